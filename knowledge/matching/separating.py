"""Tells close candidates apart: among them only what some have and others lack counts.

``vneid bị khóa``: all candidates know *vneid*, so *khóa* alone decides which of them is meant.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.features import Features
from knowledge.matching.index import Numbers, Scores, Weights, best
from knowledge.pack import Parts

Shares = NDArray[np.float64]

# How many candidates are compared, and how far below the first one still counts as close.
_COMPARED = 8
_CLOSE = 0.5
# One phrase with a feature makes it this much a procedure's own, two make it fully; its official name half.
_PHRASES = 0.6
_NAME = 0.5
# How far the comparison can lift or lower a candidate; over left-out guide phrases 0.3 to 1.0 gain the same.
_STRENGTH = 0.5


@dataclass(frozen=True, slots=True)
class Separator:
    """Reorders the first few candidates of a ranking.

    ``features`` and ``shares`` tell for one procedure after the other which features it has, in their order,
    and how much each is its own, from 0 to 1; ``starts`` tells where each procedure begins.
    """

    features: Numbers
    shares: Scores
    starts: Numbers

    @classmethod
    def over(
        cls, names: Sequence[Features], phrases: Iterable[tuple[int, Features]], weights: Weights
    ) -> Self:
        """A separator of procedures by their names and by the phrases for each."""
        said = [Counter[str]() for _ in names]
        for at, phrase in phrases:
            said[at].update(phrase.keys())
        owned = [_owned(name, counts, weights) for name, counts in zip(names, said, strict=True)]
        return cls(
            np.array([number for one in owned for number, _ in one], np.int32),
            np.array([share for one in owned for _, share in one], np.float32),
            np.cumsum([0, *map(len, owned)]).astype(np.int32),
        )

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The separator as it was packed."""
        return cls(parts["separator.features"], parts["separator.shares"], parts["separator.starts"])

    def parts(self) -> Parts:
        """What is packed of it."""
        return {
            "separator.features": self.features,
            "separator.shares": self.shares,
            "separator.starts": self.starts,
        }

    def owned(self, numbers: NDArray[np.int64], at: int) -> Shares:
        """How much each of some features, by number, is one procedure's own, from 0 to 1."""
        start, end = self.starts[at], self.starts[at + 1]
        if start == end:
            return np.zeros(len(numbers))
        features = self.features[start:end]
        places = np.minimum(features.searchsorted(numbers), end - start - 1)
        return np.where(features[places] == numbers, self.shares[start:end][places], 0.0)

    def separate(self, scores: Scores, question: Sequence[tuple[int, float]]) -> None:
        """Lift and lower the close candidates in place; the question's features are known and weighed."""
        close = _close(scores)
        if len(close) < 2 or not question:
            return
        numbers = np.array([number for number, _ in question])
        weights = np.array([weight for _, weight in question])
        owned = np.array([self.owned(numbers, at) for at in close])
        telling = weights * weights * _telling(owned)
        total = telling.sum()
        if total > 0.0:
            gains = (owned * telling).sum(axis=1) / total
            scores[close] *= (1.0 + _STRENGTH * (gains - 0.5)).astype(np.float32)


def _owned(name: Features, said: Mapping[str, int], weights: Weights) -> list[tuple[int, float]]:
    shares = dict.fromkeys(name, _NAME) | {
        feature: max(min(1.0, _PHRASES * count), _NAME if feature in name else 0.0)
        for feature, count in said.items()
    }
    return sorted((weights.numbers[feature], share) for feature, share in shares.items())


def _close(scores: Scores) -> list[int]:
    """The leader and those close behind, at most so many."""
    floor = max(_CLOSE * float(scores.max(initial=0.0)), 0.0)
    return sorted(at for at in best(scores, _COMPARED) if scores[at] > floor)


def _telling(owned: Shares) -> Shares:
    """For each feature nothing where none or all of the candidates have it, the more the fewer have it."""
    holders = owned.sum(axis=0)
    telling: Shares = np.where(
        holders > 0.0, np.maximum(0.0, np.log((len(owned) + 0.5) / (holders + 0.5))), 0.0
    )
    return telling
