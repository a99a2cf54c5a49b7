"""An inverted index in numpy: how alike a question and each of some thousands of short texts are."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.features import Features

Scores = NDArray[np.float32]

# Share of a text's likeness that lies in the marks, and in neighbouring pairs, beside the plain words.
_MARKED = 0.35
_PAIR = 0.7
# So many features of a question are looked up.
_TELLING = 48


class Weights:
    """How telling each feature is: the fewer texts it stands in, the more."""

    def __init__(self, texts: Sequence[Features]) -> None:
        self.numbers: dict[str, int] = {}
        counts: list[int] = []
        for text in texts:
            for feature in text:
                number = self.numbers.setdefault(feature, len(counts))
                if number == len(counts):
                    counts.append(0)
                counts[number] += 1
        kinds = np.array([_kind(feature) for feature in self.numbers])
        self.values = (kinds * np.log((len(texts) + 1.0) / np.array(counts))).astype(np.float32)
        self._unseen = float(np.log(len(texts) + 1.0))

    def __getitem__(self, feature: str) -> float:
        number = self.numbers.get(feature)
        return float(self.values[number]) if number is not None else _kind(feature) * self._unseen

    def weighed(self, question: Features) -> dict[str, float]:
        """A text's most telling features, as a vector of length one.

        The common words of a long story tell nothing and stand in most texts: they are left out for speed.
        """
        values = ((feature, weight * self[feature]) for feature, weight in question.items())
        telling = sorted(values, key=lambda pair: -pair[1])[:_TELLING]
        norm = sum(value * value for _, value in telling) ** 0.5 or 1.0
        return {feature: value / norm for feature, value in telling}


def _kind(feature: str) -> float:
    if feature[0] == "=":
        return _MARKED
    return _PAIR if " " in feature else 1.0


class Index:
    """Texts by their features; those that the weights have never seen are left out.

    ``softness`` below 1 punishes long texts less than the cosine does.
    """

    def __init__(self, texts: Sequence[Features], weights: Weights, softness: float = 1.0) -> None:
        self.size = len(texts)
        numbers = weights.numbers
        known = [
            {numbers[feature]: value for feature, value in text.items() if feature in numbers}
            for text in texts
        ]
        texts_of = np.repeat(np.arange(self.size, dtype=np.int32), [len(text) for text in known])
        features = np.array([number for text in known for number in text], np.int64)
        values = (
            np.array([value for text in known for value in text.values()], np.float32)
            * weights.values[features]
        )
        norms = np.bincount(texts_of, values * values, self.size) ** (softness / 2)
        order = np.argsort(features, kind="stable")
        self._numbers = numbers
        self._texts = texts_of[order]
        self._values = (values / norms[texts_of]).astype(np.float32)[order]
        self._starts = np.searchsorted(features[order], np.arange(len(numbers) + 1))

    def holds(self, feature: str, numbers: Sequence[int]) -> NDArray[np.bool_]:
        """Whether each of some texts has a feature."""
        start, end = self._span(feature)
        if start == end:
            return np.zeros(len(numbers), np.bool_)
        holders = self._texts[start:end]
        places = np.minimum(np.searchsorted(holders, numbers), len(holders) - 1)
        return np.asarray(holders[places] == np.asarray(numbers))

    def scores(self, question: Mapping[str, float]) -> Scores:
        """The likeness of every text to a question whose features are weighed and of length one."""
        found = np.zeros(self.size, np.float32)
        for feature, weight in question.items():
            start, end = self._span(feature)
            if start < end:
                found[self._texts[start:end]] += np.float32(weight) * self._values[start:end]
        return found

    def _span(self, feature: str) -> tuple[int, int]:
        number = self._numbers.get(feature)
        return (0, 0) if number is None else (int(self._starts[number]), int(self._starts[number + 1]))
