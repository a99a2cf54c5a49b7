import pytest

from knowledge.matching.classifier import Classifier
from knowledge.matching.features import Features
from knowledge.matching.index import Weights

NAMES: list[Features] = [{"khai": 1.0, "sinh": 1.0}, {"the": 1.0}, {"xe": 1.0}, {"tau": 1.0}]
PHRASES: list[tuple[int, Features]] = [
    (0, {"be": 1.0, "moi": 1.0}),
    (0, {"be": 1.0, "giay": 1.0}),
    (1, {"rot": 1.0, "giay": 1.0}),
    (1, {"rot": 1.0, "vi": 1.0}),
]
WEIGHTS = Weights.over([*NAMES, *(phrase for _, phrase in PHRASES)])
CLASSIFIER = Classifier.over(NAMES, PHRASES, WEIGHTS)


def likelihoods(*words: str) -> list[float]:
    question = WEIGHTS.known(WEIGHTS.weighed(dict.fromkeys(words, 1.0)))
    return [float(share) for share in CLASSIFIER.likelihoods(question, len(NAMES))]


def test_a_question_in_the_words_of_a_phrase_is_likely_its_procedure() -> None:
    assert likelihoods("be", "giay")[0] > 0.9
    assert likelihoods("rot", "giay")[1] > 0.9


def test_an_official_name_is_learned_too() -> None:
    assert likelihoods("khai", "sinh")[0] > 0.5


def test_a_procedure_without_phrases_takes_likelihood_from_all_and_gets_none() -> None:
    birth, card, car, ship = likelihoods("xe")
    assert max(birth, card) < 0.2
    assert car == ship == 0.0


def test_what_was_never_seen_tells_nothing() -> None:
    assert likelihoods("la") == [0.0] * 4
    assert CLASSIFIER.likelihoods([], 4).tolist() == [0.0] * 4


def test_without_any_phrase_nothing_is_likely() -> None:
    empty = Classifier.over(NAMES, [], WEIGHTS)
    assert empty.likelihoods([(0, 1.0)], 4).tolist() == [0.0] * 4


def test_what_was_packed_is_the_same() -> None:
    packed = Classifier.of(CLASSIFIER.parts())
    assert packed.likelihoods([(0, 1.0)], 4) == pytest.approx(CLASSIFIER.likelihoods([(0, 1.0)], 4))
