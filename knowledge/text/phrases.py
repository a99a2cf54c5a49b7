"""A table of phrases found inside running words: the longest one at each place, marks as soft evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from knowledge.text.syllable import TONES
from knowledge.text.words import Clause, Word, words

T = TypeVar("T")

# A phrase may differ from what was typed by half a wrong mark for each word after its first.
_TOLERANCE = 0.5


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that stands at ``start`` to ``end`` (exclusive) of the words."""

    start: int
    end: int
    value: T


class PhraseTable(Generic[T]):
    """Phrases and what each stands for. Later phrases of the same words replace earlier ones.

    A phrase of one word must bear its marks, for *chộ* is not *cho*; ``lone`` names those, without marks,
    which are taken without them in a text that has none.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], lone: frozenset[str] = frozenset()) -> None:
        self._lone = lone
        written = {words(phrase): value for phrase, value in phrases}
        self._by_start: defaultdict[str, list[tuple[Clause, T]]] = defaultdict(list)
        for phrase in sorted(written, key=len, reverse=True):
            self._by_start[" ".join(word.bare for word in phrase[:2])].append((phrase, written[phrase]))
        self._firsts = frozenset(phrase[0].bare for phrase in written if phrase)

    def find(self, text: Sequence[Word]) -> Iterator[Found[T]]:
        """Phrases from left to right that do not overlap, each the longest at its place."""
        at = 0
        while at < len(text):
            found = self.at(text, at)
            if found:
                yield found
            at = found.end if found else at + 1

    def find_all(self, text: Sequence[Word]) -> Iterator[Found[T]]:
        """The longest phrase at every place, overlapping ones too."""
        return (found for at in range(len(text)) if (found := self.at(text, at)))

    def at(self, text: Sequence[Word], start: int) -> Found[T] | None:
        """The longest phrase that begins at one place; phrases are kept by their first two words."""
        first = text[start].bare
        if first not in self._firsts:
            return None
        second = f"{first} {text[start + 1].bare}" if start + 1 < len(text) else ""
        for begin in (second, first):
            for phrase, value in self._by_start.get(begin, ()):
                if self._stands(phrase, text, start):
                    return Found(start, start + len(phrase), value)
        return None

    def _stands(self, phrase: tuple[Word, ...], text: Sequence[Word], start: int) -> bool:
        if start + len(phrase) > len(text):
            return False
        if len(phrase) == 1:
            return self._is_lone(phrase[0], text[start])
        cost = 0.0
        for offset, written in enumerate(phrase):
            typed = text[start + offset]
            if typed.bare != written.bare:
                return False
            cost += disagreement(typed.marked, written.marked)
        return cost <= _TOLERANCE * (len(phrase) - 1)

    def _is_lone(self, written: Word, typed: Word) -> bool:
        if typed.marked:
            return typed.marked == written.marked
        return written.marked == written.bare or written.bare in self._lone


@lru_cache(maxsize=50_000)
def disagreement(typed: str, written: str) -> float:
    """How far typed marks are from written ones: 0 none, or marks left out; 0.25 a slip; 1 another word."""
    if not typed or typed == written or (typed.isascii() and typed[-1:] not in TONES):
        return 0.0
    typed_base, written_base = typed.rstrip(TONES), written.rstrip(TONES)
    if typed_base == written_base:
        return _between_tones(typed[len(typed_base) :], written[len(written_base) :])
    return 1.0


def _between_tones(typed: str, written: str) -> float:
    return 0.25 if typed == "" or {typed, written} == {"r", "x"} else 1.0
