import numpy as np
import pytest

from knowledge.matching.index import Index, Weights, best

TEXTS = [{"khai": 1.0, "sinh": 1.0, "khai sinh": 1.0}, {"khai": 1.0, "tu": 1.0}, {"ket": 1.0, "=kêts": 1.0}]
WEIGHTS = Weights.over(TEXTS)


def scores(index: Index, question: dict[str, float]) -> list[float]:
    found: list[float] = index.scores(WEIGHTS.known(question)).tolist()
    return found


def test_rare_features_tell_more_and_unknown_ones_most() -> None:
    assert WEIGHTS["sinh"] > WEIGHTS["khai"] > 0
    assert WEIGHTS["never"] == pytest.approx(WEIGHTS["sinh"])
    assert WEIGHTS["ket"] > WEIGHTS["=kêts"]


def test_a_text_is_most_like_itself() -> None:
    found = scores(Index.over(TEXTS, WEIGHTS), WEIGHTS.weighed(TEXTS[0]))
    assert found[0] == pytest.approx(1.0, abs=1e-5)
    assert 0 < found[1] < 1
    assert found[2] == 0


def test_softness_spares_long_texts() -> None:
    question = WEIGHTS.weighed({"khai": 1.0})
    plain = scores(Index.over(TEXTS, WEIGHTS), question)
    soft = scores(Index.over(TEXTS, WEIGHTS, [0.5] * 3), question)
    assert soft[0] / soft[1] > plain[0] / plain[1]


def test_features_that_the_weights_never_saw_are_left_out() -> None:
    assert WEIGHTS.known({"never": 1.0}) == []
    assert scores(Index.over([{"never": 1.0}], WEIGHTS), {"never": 1.0}) == [0.0]


def test_there_may_be_no_text() -> None:
    assert scores(Index.over([], WEIGHTS), {"khai": 1.0}) == []


def test_what_was_packed_is_the_same() -> None:
    question = WEIGHTS.weighed({"khai": 1.0, "sinh": 1.0})
    weights, index = Weights.of(WEIGHTS.parts()), Index.over(TEXTS, WEIGHTS)
    assert weights.weighed({"khai": 1.0, "sinh": 1.0}) == question
    assert scores(Index.of(index.parts()), question) == scores(index, question)


def test_the_best_come_first_and_equal_ones_in_their_order() -> None:
    scores = np.array([0.1, 0.9, 0.5, 0.9, 0.0], np.float32)
    assert best(scores, 2) == [1, 3]
    assert best(scores, 3) == [1, 3, 2]
    assert best(scores, 9) == [1, 3, 2, 0, 4]
    assert best(np.zeros(3, np.float32), 2) == [0, 1]
    assert best(np.zeros(0, np.float32), 2) == []
