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
    which are taken without them in a text that has none. ``light`` words, with marks, may stand inside of a
    phrase without breaking it: *sửa [cái] nhà*. A ``strict`` table takes a word that bears no mark for what
    it is, not for one whose marks were left out: *cho nhà* is not *chó nhà*.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        lone: frozenset[str] = frozenset(),
        light: frozenset[str] = frozenset(),
        *,
        strict: bool = False,
    ) -> None:
        self._lone = lone
        self._light = frozenset(word.marked for text in light for word in words(text))
        self._disagreement = _strict_disagreement if strict else disagreement
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
        second = start + 1
        found = self._longest(text, start, second)
        while not found and second < len(text) and text[second].marked in self._light:
            second += 1
            found = self._longest(text, start, second)
        return found or self._found(self._by_start.get(first, ()), text, start)

    def _longest(self, text: Sequence[Word], start: int, second: int) -> Found[T] | None:
        if second >= len(text):
            return None
        return self._found(self._by_start.get(f"{text[start].bare} {text[second].bare}", ()), text, start)

    def _found(
        self, phrases: Iterable[tuple[Clause, T]], text: Sequence[Word], start: int
    ) -> Found[T] | None:
        for phrase, value in phrases:
            end = self._end(phrase, text, start)
            if end:
                return Found(start, end, value)
        return None

    def _end(self, phrase: Clause, text: Sequence[Word], start: int) -> int:
        """Where a phrase ends that begins at one place; 0 where it does not stand there."""
        if len(phrase) == 1:
            return start + 1 if self._is_lone(phrase[0], text[start]) else 0
        cost, at = 0.0, start
        for written in phrase:
            while at > start and at < len(text) and self._is_light(text[at], written):
                at += 1
            if at == len(text) or text[at].bare != written.bare:
                return 0
            cost += self._disagreement(text[at].marked, written.marked)
            at += 1
        return at if cost <= _TOLERANCE * (len(phrase) - 1) else 0

    def _is_light(self, typed: Word, written: Word) -> bool:
        return typed.bare != written.bare and typed.marked in self._light

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


def _strict_disagreement(typed: str, written: str) -> float:
    left_out = typed != written and typed.isascii() and typed[-1:] not in TONES
    return 1.0 if typed and left_out else disagreement(typed, written)


def _between_tones(typed: str, written: str) -> float:
    return 0.25 if typed == "" or {typed, written} == {"r", "x"} else 1.0
