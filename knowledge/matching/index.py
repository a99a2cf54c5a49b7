"""An inverted index in numpy: how alike a question and each of some thousands of short texts are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.features import Features
from knowledge.pack import Parts, from_texts, to_texts

Scores = NDArray[np.float32]
Numbers = NDArray[np.int32]

# Share of a text's likeness that lies in the marks, and in neighbouring pairs, beside the plain words.
_MARKED = 0.35
_PAIR = 0.7
# So many features of a question are looked up.
_TELLING = 48
# The best are looked for among those that have so much of the best score; it saves time.
_LIKELY = 0.2


@dataclass(frozen=True)
class Weights:
    """How telling each feature is: the fewer texts it stands in, the more."""

    numbers: Mapping[str, int]
    values: Scores
    texts: int

    @classmethod
    def over(cls, texts: Sequence[Features], beside: Sequence[Features] = ()) -> Self:
        """The weights that some texts give; those ``beside`` are heard on what no other text has."""
        counts = Counter(feature for text in texts for feature in text)
        told = Counter(feature for text in beside for feature in text)
        counts.update({feature: count for feature, count in told.items() if feature not in counts})
        numbers = dict(zip(counts, range(len(counts)), strict=True))
        kinds = np.array([_kind(feature) for feature in numbers])
        values = (kinds * np.log((len(texts) + 1.0) / np.array([*counts.values()]))).astype(np.float32)
        return cls(numbers, values, len(texts))

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The weights as they were packed."""
        features = to_texts(parts["weights.features"])
        numbers = dict(zip(features, range(len(features)), strict=True))
        return cls(numbers, parts["weights.values"], int(parts["weights.texts"]))

    def parts(self) -> Parts:
        """What is packed of them."""
        return {
            "weights.features": from_texts(self.numbers),
            "weights.values": self.values,
            "weights.texts": np.array(self.texts),
        }

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

    def known(self, question: Mapping[str, float]) -> list[tuple[int, float]]:
        """The features of a question that some text has, by their numbers, with their weights."""
        numbers = self.numbers
        return [(numbers[feature], weight) for feature, weight in question.items() if feature in numbers]

    @cached_property
    def _unseen(self) -> float:
        return float(np.log(self.texts + 1.0))


def _kind(feature: str) -> float:
    if feature[0] == "=":
        return _MARKED
    return _PAIR if " " in feature else 1.0


@dataclass(frozen=True, slots=True)
class Index:
    """Texts by their features; those that the weights have never seen are left out.

    ``texts`` and ``values`` tell for one feature after the other which texts have it and how strongly;
    ``starts`` tells where each feature begins.
    """

    size: int
    texts: Numbers
    values: Scores
    starts: Numbers

    @classmethod
    def over(cls, texts: Sequence[Features], weights: Weights, softness: Iterable[float] = ()) -> Self:
        """An index of some texts; a ``softness`` below 1 punishes a long text less than the cosine does."""
        numbers = weights.numbers
        known = [
            {numbers[feature]: value for feature, value in text.items() if feature in numbers}
            for text in texts
        ]
        texts_of = np.repeat(np.arange(len(texts), dtype=np.int32), [len(text) for text in known])
        features = np.array([number for text in known for number in text], np.int64)
        said = np.array([value for text in known for value in text.values()], np.float32)
        values = said * weights.values[features]
        soft = np.array([*softness] or [1.0], np.float64)
        norms = np.bincount(texts_of, values * values, len(texts)) ** (soft / 2)
        order = np.argsort(features, kind="stable")
        return cls(
            len(texts),
            texts_of[order],
            (values / norms[texts_of]).astype(np.float32)[order],
            np.searchsorted(features[order], np.arange(len(numbers) + 1)).astype(np.int32),
        )

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The index as it was packed."""
        size = int(parts["index.size"])
        return cls(size, parts["index.texts"], parts["index.values"], parts["index.starts"])

    def parts(self) -> Parts:
        """What is packed of it."""
        return {
            "index.size": np.array(self.size),
            "index.texts": self.texts,
            "index.values": self.values,
            "index.starts": self.starts,
        }

    def scores(self, question: Sequence[tuple[int, float]]) -> Scores:
        """The likeness of every text to a question: known features by number, of length one together."""
        if not question:
            return np.zeros(self.size, np.float32)
        spans = [(self.starts[number], self.starts[number + 1], weight) for number, weight in question]
        texts = np.concatenate([self.texts[start:end] for start, end, _ in spans])
        values = np.concatenate([self.values[start:end] * np.float32(weight) for start, end, weight in spans])
        return np.bincount(texts, values, self.size).astype(np.float32)


def best(scores: Scores, count: int) -> list[int]:
    """The first few places by score, equal ones in the order of the texts."""
    if not scores.size:
        return []
    likely = np.flatnonzero(scores > _LIKELY * scores.max())
    places = likely if likely.size >= count else np.arange(scores.size)
    among = scores[places]
    kept = min(count, among.size)
    places = places[among >= np.partition(among, among.size - kept)[among.size - kept]]
    ordered: list[int] = places[np.argsort(-scores[places], kind="stable")][:kept].tolist()
    return ordered
