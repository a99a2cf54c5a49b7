"""A table of phrases found inside running words: the longest one at each place, marks as soft evidence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from knowledge.text.syllable import TONES
from knowledge.text.words import Clause, Word, words

T = TypeVar("T")

# A phrase may differ from what was typed by half a wrong mark for each word after its first.
_TOLERANCE = 0.5
# A phrase with light words inside spans at most so many.
_LEAN = 12


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
    it is, not for one whose marks were left out: *cho nhà* is not *chó nhà*. ``read`` makes its words.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        lone: frozenset[str] = frozenset(),
        light: frozenset[str] = frozenset(),
        *,
        strict: bool = False,
        read: Callable[[str], Clause] = words,
    ) -> None:
        self._lone = lone
        self._light = frozenset(word.marked for text in light for word in words(text))
        self._disagreement = _strict_disagreement if strict else disagreement
        self._phrases: dict[tuple[str, ...], list[tuple[Clause, T]]] = {}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for phrase, value in {read(phrase): value for phrase, value in phrases}.items():
            self._phrases.setdefault(_bare(phrase), []).append((phrase, value))
            lengths[_opening(phrase)].add(len(phrase))
        self._lengths = {opening: sorted(found, reverse=True) for opening, found in lengths.items()}
        self._firsts = frozenset(bare[0] for bare in self._phrases if bare)

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
        """The longest phrase that begins at one place."""
        first = text[start]
        if first.bare not in self._firsts:
            return None
        found = self._longest(text, range(start, len(text))) or self._longest(text, self._lean(text, start))
        return found or self._lone_one(first, start)

    def _lean(self, text: Sequence[Word], start: int) -> Sequence[int]:
        """The next places without those of light words; none where there are none of these."""
        end = min(len(text), start + _LEAN) if self._light else start
        after = [at for at in range(start + 1, end) if text[at].marked not in self._light]
        return [start, *after] if len(after) < end - start - 1 else ()

    def _longest(self, text: Sequence[Word], places: Sequence[int]) -> Found[T] | None:
        """The longest phrase of two words or more that the words at some places begin with."""
        if len(places) < 2:
            return None
        opening = f"{text[places[0]].bare} {text[places[1]].bare}"
        for length in (fits for fits in self._lengths.get(opening, ()) if fits <= len(places)):
            said = [text[at] for at in places[:length]]
            for phrase, value in self._phrases.get(_bare(said), ()):
                if self._agree(said, phrase):
                    return Found(places[0], places[length - 1] + 1, value)
        return None

    def _lone_one(self, typed: Word, start: int) -> Found[T] | None:
        for (written,), value in self._phrases.get((typed.bare,), ()):
            if self._is_lone(written, typed):
                return Found(start, start + 1, value)
        return None

    def _agree(self, said: Sequence[Word], phrase: Clause) -> bool:
        cost = sum(
            self._disagreement(typed.marked, written.marked)
            for typed, written in zip(said, phrase, strict=True)
            if typed.marked != written.marked
        )
        return cost <= _TOLERANCE * (len(phrase) - 1)

    def _is_lone(self, written: Word, typed: Word) -> bool:
        if typed.marked:
            return typed.marked == written.marked
        return written.marked == written.bare or written.bare in self._lone


def _bare(text: Sequence[Word]) -> tuple[str, ...]:
    return tuple([word.bare for word in text])


def _opening(phrase: Clause) -> str:
    return " ".join(word.bare for word in phrase[:2])


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
