"""Marks put back where they were left out: neighbours choose among the words that look alike without."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Self

from knowledge.pack import Parts
from knowledge.text.neighbours import Neighbours
from knowledge.text.syllable import TONES, is_syllable
from knowledge.text.words import Clause, Word
from motcua.text import unmarked

# A word that was never seen beside its neighbour is as likely there as this share of it elsewhere.
_ELSEWHERE = 0.25
# Marks are put back from this likelihood on; a word that stays in doubt stays without.
_SURE = 0.75

_NAME = "marks"

_Row = list[float]


class Marks(Neighbours):
    """How often words stand with which marks, by themselves and side by side."""

    def add(self, texts: Iterable[Sequence[Word]], times: int = 1) -> Self:
        """Count some texts, each as if it stood there so many times."""
        self.count(([word.marked for word in text] for text in texts), times)
        return self

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The marks as they were packed."""
        marks = cls()
        marks.unpack(parts, _NAME)
        return marks

    def parts(self) -> Parts:
        """What is packed of them."""
        return self.packed(_NAME)

    def restored(self, clause: Clause) -> Clause:
        """The clause with marks for its words without, where their neighbours leave no doubt."""
        if all(word.marked for word in clause):
            return clause
        choices = [self._choices(word) for word in clause]
        shares = self._shares(choices)
        return tuple(
            word if word.marked else Word(word.bare, _surest(forms, chances))
            for word, forms, chances in zip(clause, choices, shares, strict=True)
        )

    def _choices(self, word: Word) -> tuple[str, ...]:
        return (word.marked,) if word.marked else self._forms.get(word.bare, ("",))

    def _shares(self, choices: Sequence[tuple[str, ...]]) -> list[_Row]:
        """How likely each choice at each place is, from 0 to 1, by all that stands before and after it."""
        first = [self._alone(form) for form in choices[0]]
        steps = [
            [[self._beside(one, other) for other in after] for one in before]
            for before, after in pairwise(choices)
        ]
        onward = [_scaled(first)]
        for step in steps:
            onward.append(_scaled([_dot(onward[-1], column) for column in zip(*step, strict=True)]))
        back = [[1.0] * len(choices[-1])]
        for step in reversed(steps):
            back.append(_scaled([_dot(row, back[-1]) for row in step]))
        return [
            _scaled([ahead * behind for ahead, behind in zip(*both, strict=True)])
            for both in zip(onward, reversed(back), strict=True)
        ]

    def _alone(self, form: str) -> float:
        return (self.words.get(form, 0) + 1.0) / self._total

    def _beside(self, before: str, after: str) -> float:
        together = (
            self.pairs.get(f"{before} {after}", 0) / self.words[before] if before in self.words else 0.0
        )
        return (1.0 - _ELSEWHERE) * together + _ELSEWHERE * self._alone(after)

    @cached_property
    def _total(self) -> float:
        return self.words.total() + 1.0

    @cached_property
    def _forms(self) -> Mapping[str, tuple[str, ...]]:
        """The words with marks by their look without."""
        forms = defaultdict[str, list[str]](list)
        for marked in sorted(self.words):
            forms[_bare(marked)].append(marked)
        return {bare: tuple(found) for bare, found in forms.items()}


def _bare(marked: str) -> str:
    """A word with marks as it looks without; a foreign word may end like a tone (*plus*) and has none."""
    letters = unmarked(marked.rstrip(TONES))
    return letters if is_syllable(letters) else marked


def _surest(forms: Sequence[str], chances: _Row) -> str:
    chance, form = max(zip(chances, forms, strict=True))
    return form if chance >= _SURE else ""


def _dot(one: Iterable[float], other: Iterable[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _scaled(row: _Row) -> _Row:
    total = sum(row)
    return [value / total for value in row]
