"""Slips of the hand and of the ear, and words stuck together, mended against the vocabulary."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.text.keystrokes import decode
from knowledge.text.syllable import is_syllable
from knowledge.text.vocabulary import Vocabulary, sound
from knowledge.text.words import word
from motcua.text import unmarked

# The shortest token taken for several words; "matthe" is one, "chung" never is.
_STUCK_FROM = 5
_LONGEST_WORD = 7
# How tightly two words must belong together (1: never apart) to overrule what was typed, or an everyday
# word. Measured on slips made by rule in the official names.
_OVERRULES = 0.12
_OVERRULES_EVERYDAY = 0.35
# And how many times tighter than what was typed.
_TIMES = 6.0
# A word that merely looks alike must belong that much tighter than one that sounds alike.
_LOOKS_ALIKE = 0.6
_CANDIDATES = 12
_LEET_ONSETS = (
    ("f", "ph"),
    ("j", "gi"),
    ("z", "d"),
    ("dz", "d"),
    ("w", "qu"),
    ("k", "c"),
    ("ng", "ngh"),
    ("ngh", "ng"),
    ("g", "gh"),
    ("gh", "g"),
    ("c", "k"),
)


class Speller:
    """Mends what is no word of the vocabulary, looking at the neighbours; leaves all else alone."""

    def __init__(self, vocabulary: Vocabulary, settled: frozenset[str] = frozenset()) -> None:
        """``settled`` words, without marks, are everyday ones and never doubted."""
        self._known = vocabulary
        self._settled = settled
        self.split = lru_cache(maxsize=4_096)(self._split)
        self._near = lru_cache(maxsize=4_096)(self._nearest)

    def mend(self, tokens: Sequence[str]) -> list[str]:
        """The tokens with the sure slips mended; a mended word loses its marks, it is known by sound only."""
        mended = list(tokens)
        for at, token in enumerate(tokens):
            bare = unmarked(token)
            if token.isalpha() and not is_syllable(bare):
                mended[at] = token if bare in self._known.words else self._replaced(mended, at, bare)
            elif len(bare) > 2 and token.isalpha():
                mended[at] = self._doubted(mended, at, bare)
        return mended

    def _replaced(self, tokens: Sequence[str], at: int, bare: str) -> str:
        support, other = self._likeliest(tokens, at, bare)
        return other if support >= _OVERRULES else next(_respelt(tokens[at]), tokens[at])

    def _doubted(self, tokens: Sequence[str], at: int, bare: str) -> str:
        needed = _OVERRULES_EVERYDAY if bare in self._settled else _OVERRULES
        typed = self._support(tokens, at, bare) if self._is_written(tokens[at]) else 0.0
        if typed >= needed:
            return tokens[at]
        support, other = self._likeliest(tokens, at, bare)
        return other if support >= max(needed, _TIMES * typed) else tokens[at]

    def _is_written(self, token: str) -> bool:
        """Whether a token with marks is a word of the vocabulary; without marks it may be any."""
        return token.isascii() or word(token).marked in self._known.marked

    def _likeliest(self, tokens: Sequence[str], at: int, bare: str) -> tuple[float, str]:
        """The word that the neighbours speak for most, among those that sound or look alike."""
        alike = self._known.by_sound.get(sound(bare), ())
        scored = [(self._support(tokens, at, other), other) for other in alike if other != bare]
        scored += [(_LOOKS_ALIKE * self._support(tokens, at, other), other) for other in self._near(bare)]
        return max(scored, default=(0.0, ""))

    def _support(self, tokens: Sequence[str], at: int, other: str) -> float:
        return max((self._known.bond(*pair) for pair in _pairs(tokens, at, other)), default=0.0)

    def _nearest(self, bare: str) -> tuple[str, ...]:
        found = process.extract(
            bare,
            self._known.spelt,
            scorer=OSA.distance,
            score_cutoff=1 if len(bare) < 6 else 2,
            limit=_CANDIDATES,
        )
        return tuple(word for word, _, _ in found if word != bare)

    def _split(self, token: str) -> tuple[str, ...]:
        """The likeliest words of a stuck token, or nothing where it cannot be cut into known ones."""
        if len(token) < _STUCK_FROM or is_syllable(token) or not token.isalpha():
            return ()
        best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ()), *[None] * len(token)]
        for end in range(1, len(token) + 1):
            best[end] = max(self._endings(token, end, best), default=None)
        found = best[len(token)]
        return found[1] if found and len(found[1]) > 1 else ()

    def _endings(
        self, token: str, end: int, best: Sequence[tuple[float, tuple[str, ...]] | None]
    ) -> Iterator[tuple[float, tuple[str, ...]]]:
        for start in range(max(0, end - _LONGEST_WORD), end):
            before = best[start]
            piece = self._piece(token[start:end])
            if before and piece:
                yield before[0] + self._cost(before[1], piece), (*before[1], piece)

    def _piece(self, letters: str) -> str:
        if unmarked(letters) in self._known.words and is_syllable(letters):
            return letters
        decoded = decode(letters) if letters.isascii() else ""
        return decoded if decoded and unmarked(decoded) in self._known.words else ""

    def _cost(self, before: tuple[str, ...], piece: str) -> float:
        """Log-likelihood of one more word: by the pair where the pair is known, else by the word alone."""
        bare = unmarked(piece)
        alone = math.log((self._known.words[bare] + 1) / (self._known.total + 1)) - 2.0
        if not before:
            return alone
        pair = self._known.pairs[unmarked(before[-1]), bare]
        return max(alone, math.log((pair + 0.1) / (self._known.words[unmarked(before[-1])] + 1)))


def _pairs(tokens: Sequence[str], at: int, bare: str) -> Iterator[tuple[str, str]]:
    if at > 0:
        yield unmarked(tokens[at - 1]), bare
    if at + 1 < len(tokens):
        yield bare, unmarked(tokens[at + 1])


def _respelt(token: str) -> Iterator[str]:
    """Chat spellings of an onset: ``fép`` is *phép*, ``kăn`` is *căn*."""
    for chat, plain in _LEET_ONSETS:
        if token.startswith(chat):
            respelt = plain + token.removeprefix(chat)
            if is_syllable(respelt):
                yield respelt
