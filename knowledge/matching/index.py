"""An inverted index in numpy: how alike a question and each of some thousands of short texts are."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.features import Features

Scores = NDArray[np.float32]

# Share of a text's likeness that lies in the marks, and in neighbouring pairs, beside the plain words.
_MARKED = 0.35
_PAIR = 0.7


class Weights:
    """How telling each feature is: the fewer texts it stands in, the more."""

    def __init__(self, texts: Sequence[Features]) -> None:
        counts: dict[str, int] = {}
        for text in texts:
            for feature in text:
                counts[feature] = counts.get(feature, 0) + 1
        self._unseen = float(np.log(len(texts) + 1.0))
        self._of = {
            feature: _kind(feature) * float(np.log((len(texts) + 1.0) / count))
            for feature, count in counts.items()
        }

    def __getitem__(self, feature: str) -> float:
        known = self._of.get(feature)
        return known if known is not None else _kind(feature) * self._unseen

    def __contains__(self, feature: str) -> bool:
        return feature in self._of


def _kind(feature: str) -> float:
    if feature[0] == "=":
        return _MARKED
    return _PAIR if " " in feature else 1.0


class Index:
    """Texts by their features. ``softness`` below 1 punishes long texts less than the cosine does."""

    def __init__(self, texts: Sequence[Features], weights: Weights, softness: float = 1.0) -> None:
        self.size = len(texts)
        postings: dict[str, tuple[list[int], list[float]]] = {}
        for number, text in enumerate(texts):
            weighed = {feature: weight * weights[feature] for feature, weight in text.items()}
            norm = (sum(value * value for value in weighed.values()) ** 0.5 or 1.0) ** softness
            for feature, value in weighed.items():
                numbers, values = postings.setdefault(feature, ([], []))
                numbers.append(number)
                values.append(value / norm)
        self._postings = {
            feature: (np.array(numbers, np.int32), np.array(values, np.float32))
            for feature, (numbers, values) in postings.items()
        }

    def holds(self, feature: str, numbers: Sequence[int]) -> NDArray[np.bool_]:
        """Whether each of some texts, numbered in rising order or not, has a feature."""
        posting = self._postings.get(feature)
        if posting is None:
            return np.zeros(len(numbers), np.bool_)
        holders = posting[0]
        places = np.searchsorted(holders, numbers)
        return np.asarray(holders[np.minimum(places, len(holders) - 1)] == np.asarray(numbers))

    def scores(self, question: dict[str, float]) -> Scores:
        """The likeness of every text to a question whose features are weighed and of length one."""
        found = np.zeros(self.size, np.float32)
        for feature, weight in question.items():
            posting = self._postings.get(feature)
            if posting:
                found[posting[0]] += np.float32(weight) * posting[1]
        return found


def weighed(question: Features, weights: Weights) -> dict[str, float]:
    """A question's features by how telling they are, as a vector of length one."""
    values = {feature: weight * weights[feature] for feature, weight in question.items()}
    norm = sum(value * value for value in values.values()) ** 0.5 or 1.0
    return {feature: value / norm for feature, value in values.items()}
