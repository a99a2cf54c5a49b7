"""Tells close candidates apart: among them only what some have and others lack counts.

``vneid bị khóa``: all candidates know *vneid*, so *khóa* alone decides which of them is meant.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.features import Features
from knowledge.matching.index import Index, Scores

Shares = NDArray[np.float64]

# How many candidates are compared, and how far below the first one still counts as close.
_COMPARED = 8
_CLOSE = 0.5
# One phrase with a feature makes it this much a procedure's own, two make it fully; its official name half.
_PHRASES = 0.6
_NAME = 0.5
# How far the comparison can lift or lower a candidate; over left-out guide phrases 0.3 to 1.0 gain the same.
_STRENGTH = 0.5


class Separator:
    """Reorders the first few candidates of a ranking."""

    def __init__(self, names: Index, phrases: Iterable[tuple[int, Features]]) -> None:
        self._names = names
        self._said: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for at, phrase in phrases:
            self._said[at].update(phrase.keys())

    def says(self, feature: str, at: int) -> bool:
        """Whether any citizens' phrase of one procedure has a feature."""
        return at in self._said and feature in self._said[at]

    def separate(self, scores: Scores, question: Mapping[str, float]) -> None:
        """Lift and lower the close candidates in place; the question's features are weighed."""
        close = _close(scores)
        if len(close) < 2:
            return
        owned = {feature: self._owned(feature, close) for feature in question}
        gains, total = np.zeros(len(close)), 0.0
        for feature, weight in question.items():
            telling = weight * weight * _telling(owned[feature])
            total += telling
            gains += telling * owned[feature]
        if total > 0.0:
            scores[close] *= (1.0 + _STRENGTH * (gains / total - 0.5)).astype(np.float32)

    def _owned(self, feature: str, close: Sequence[int]) -> Shares:
        """How much each close candidate has a feature, from 0 to 1."""
        said = [min(1.0, _PHRASES * self._said[at][feature]) if at in self._said else 0.0 for at in close]
        owned: Shares = np.maximum(said, _NAME * self._names.holds(feature, close))
        return owned


def _close(scores: Scores) -> list[int]:
    """The leader and those close behind, at most so many."""
    if not scores.size:
        return []
    first = np.argpartition(-scores, min(_COMPARED, scores.size - 1))[:_COMPARED]
    floor = _CLOSE * float(scores.max())
    return sorted(int(at) for at in first if scores[at] > max(floor, 0.0))


def _telling(owned: Shares) -> float:
    """Nothing for what none or all of the candidates have, the more the fewer have it."""
    holders = float(owned.sum())
    return max(0.0, log((len(owned) + 0.5) / (holders + 0.5))) if holders else 0.0
