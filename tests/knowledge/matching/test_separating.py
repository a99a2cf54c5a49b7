import numpy as np
import pytest

from knowledge.matching.index import Weights
from knowledge.matching.separating import Separator

NAMES = [{"vneid": 1.0}, {"vneid": 1.0}, {"xe": 1.0}]
PHRASES = [(0, {"vneid": 1.0, "lam": 1.0}), (1, {"vneid": 1.0, "khoa": 1.0})]
WEIGHTS = Weights.over([*NAMES, *(phrase for _, phrase in PHRASES)])
SEPARATOR = Separator.over(NAMES, PHRASES, WEIGHTS)


def separated(scores: list[float], question: dict[str, float]) -> list[float]:
    found = np.array(scores, np.float32)
    SEPARATOR.separate(found, WEIGHTS.known(question))
    return [float(score) for score in found]


def test_what_only_one_of_two_close_ones_has_decides() -> None:
    first, second, third = separated([0.9, 0.85, 0.1], {"vneid": 0.9, "khoa": 0.4})
    assert second > first
    assert third == pytest.approx(0.1)


def test_what_all_or_none_have_decides_nothing() -> None:
    first, second, _ = separated([0.9, 0.85, 0.1], {"vneid": 0.9, "xe": 0.4})
    assert first / second == pytest.approx(0.9 / 0.85)


def test_a_lone_leader_stays() -> None:
    assert separated([0.9, 0.1, 0.0], {"khoa": 1.0}) == pytest.approx([0.9, 0.1, 0.0])


def test_how_much_is_a_procedures_own() -> None:
    numbers = np.array([WEIGHTS.numbers[feature] for feature in ("khoa", "vneid", "xe")])
    assert SEPARATOR.owned(numbers, 0).tolist() == pytest.approx([0.0, 0.6, 0.0])
    assert SEPARATOR.owned(numbers, 1).tolist() == pytest.approx([0.6, 0.6, 0.0])
    assert SEPARATOR.owned(numbers, 2).tolist() == pytest.approx([0.0, 0.0, 0.5])


def test_what_was_packed_is_the_same() -> None:
    packed = Separator.of(SEPARATOR.parts())
    assert all((getattr(packed, part) == getattr(SEPARATOR, part)).all() for part in Separator.__slots__)
