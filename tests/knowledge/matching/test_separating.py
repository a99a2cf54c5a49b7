import numpy as np
import pytest

from knowledge.matching.index import Index, Weights
from knowledge.matching.separating import Separator

NAMES = [{"vneid": 1.0}, {"vneid": 1.0}, {"xe": 1.0}]
WEIGHTS = Weights(NAMES)
SEPARATOR = Separator(
    Index(NAMES, WEIGHTS), [(0, {"vneid": 1.0, "lam": 1.0}), (1, {"vneid": 1.0, "khoa": 1.0})]
)


def test_what_only_one_of_two_close_ones_has_decides() -> None:
    scores = np.array([0.9, 0.85, 0.1], np.float32)
    SEPARATOR.separate(scores, {"vneid": 0.9, "khoa": 0.4})
    assert scores.argmax() == 1
    assert scores[2] == pytest.approx(0.1)


def test_what_all_or_none_have_decides_nothing() -> None:
    scores = np.array([0.9, 0.85, 0.1], np.float32)
    SEPARATOR.separate(scores, {"vneid": 0.9, "other": 0.4})
    assert scores[0] / scores[1] == pytest.approx(0.9 / 0.85)


def test_a_lone_leader_stays() -> None:
    scores = np.array([0.9, 0.1, 0.0], np.float32)
    SEPARATOR.separate(scores, {"khoa": 1.0})
    assert scores.tolist() == pytest.approx([0.9, 0.1, 0.0])


def test_it_knows_what_was_said() -> None:
    assert SEPARATOR.says("khoa", 1)
    assert not SEPARATOR.says("khoa", 0)
    assert not SEPARATOR.says("khoa", 2)
