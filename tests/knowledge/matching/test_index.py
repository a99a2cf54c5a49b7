import pytest

from knowledge.matching.index import Index, Weights

TEXTS = [{"khai": 1.0, "sinh": 1.0, "khai sinh": 1.0}, {"khai": 1.0, "tu": 1.0}, {"ket": 1.0, "=kêts": 1.0}]
WEIGHTS = Weights(TEXTS)


def test_rare_features_tell_more_and_unknown_ones_most() -> None:
    assert WEIGHTS["sinh"] > WEIGHTS["khai"] > 0
    assert WEIGHTS["never"] == pytest.approx(WEIGHTS["sinh"])
    assert WEIGHTS["ket"] > WEIGHTS["=kêts"]


def test_a_text_is_most_like_itself() -> None:
    scores = Index(TEXTS, WEIGHTS).scores(WEIGHTS.weighed(TEXTS[0]))
    assert scores.argmax() == 0
    assert scores[0] == pytest.approx(1.0, abs=1e-5)
    assert scores[1] > 0
    assert scores[2] == 0


def test_softness_spares_long_texts() -> None:
    question = WEIGHTS.weighed({"khai": 1.0})
    plain, soft = Index(TEXTS, WEIGHTS).scores(question), Index(TEXTS, WEIGHTS, 0.5).scores(question)
    assert soft[0] / soft[1] > plain[0] / plain[1]


def test_which_texts_have_a_feature() -> None:
    index = Index(TEXTS, WEIGHTS)
    assert index.holds("khai", [0, 1, 2]).tolist() == [True, True, False]
    assert index.holds("never", [0]).tolist() == [False]


def test_features_that_the_weights_never_saw_are_left_out() -> None:
    assert Index([{"never": 1.0}], WEIGHTS).scores({"never": 1.0}).tolist() == [0.0]


def test_there_may_be_no_text() -> None:
    assert Index([], WEIGHTS).scores({"khai": 1.0}).size == 0
