"""What was learned from the phrases: how likely each procedure that has some is meant by a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.features import Features
from knowledge.matching.index import Numbers, Scores, Weights
from knowledge.matching.learning import Example, Lots, learn, likelihoods
from knowledge.pack import Parts

# One in so many official names without phrases teaches what "none of these" looks like.
_OTHERS = 2
# Below 1 the likelihoods are spread wider than they were learned: a citizen's words are none of the phrases.
_SURENESS = 0.8


@dataclass(frozen=True, slots=True)
class Classifier:
    """A weight for each of ``features`` (by number, in order) and each of ``procedures`` (by place).

    The last column of the weights stands for all the procedures that have no phrase.
    """

    features: Numbers
    weights: NDArray[np.float16]
    procedures: Numbers

    @classmethod
    def over(
        cls, names: Sequence[Features], phrases: Iterable[tuple[int, Features]], weights: Weights
    ) -> Self:
        """Learn from the phrases, and from the official names of all procedures."""
        said = list(phrases)
        procedures = sorted({at for at, _ in said})
        labels = {at: label for label, at in enumerate(procedures)}
        others = [name for at, name in enumerate(names) if at not in labels][::_OTHERS]
        labelled = [
            *((labels[at], phrase) for at, phrase in said),
            *((labels[at], names[at]) for at in procedures),
            *((len(labels), name) for name in others),
        ]
        marks = np.array([feature.startswith("=") for feature in weights.numbers])
        examples = [_example(text, label, weights, marks) for label, text in labelled]
        features, learned = learn(examples, len(labels) + 1)
        return cls(features, learned.astype(np.float16), np.array(procedures, np.int32))

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The classifier as it was packed."""
        return cls(parts["classifier.features"], parts["classifier.weights"], parts["classifier.procedures"])

    def parts(self) -> Parts:
        """What is packed of it."""
        return {
            "classifier.features": self.features,
            "classifier.weights": self.weights,
            "classifier.procedures": self.procedures,
        }

    def likelihoods(self, question: Sequence[tuple[int, float]], size: int) -> Scores:
        """For each of ``size`` procedures how likely it is meant, from 0 to 1; 0 where nothing was learned.

        The question's features are known and weighed.
        """
        shares = np.zeros(size, np.float32)
        found = self._rows(question)
        if found:
            rows, values = zip(*found, strict=True)
            told = np.array(values, np.float32) @ self.weights[list(rows)].astype(np.float32)
            shares[self.procedures] = likelihoods(_SURENESS * told)[:-1]
        return shares

    def _rows(self, question: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
        """The rows of the question's features that were seen in learning, with how telling each is."""
        if not question or not self.features.size:
            return []
        numbers = np.array([number for number, _ in question])
        rows = np.minimum(self.features.searchsorted(numbers), len(self.features) - 1)
        seen = self.features[rows] == numbers
        return [
            (int(row), weight) for row, (_, weight), here in zip(rows, question, seen, strict=True) if here
        ]


def _example(text: Features, label: int, weights: Weights, marks: NDArray[np.bool_]) -> Example:
    told = {name: weight for name, weight in weights.weighed(text).items() if name in weights.numbers}
    numbers = np.array([weights.numbers[name] for name in told], np.int64)
    return Example(
        features=numbers,
        weights=np.array([*told.values()], np.float32),
        marks=marks[numbers],
        lots=_lots([*told]),
        label=label,
    )


def _lots(names: Sequence[str]) -> Lots:
    """A number of the phrase and one of each of its features, by their spelling."""
    phrase = crc32(" ".join(sorted(names)).encode())
    return np.array([phrase, *(phrase << 32 | crc32(name.encode()) for name in names)], np.uint64)
