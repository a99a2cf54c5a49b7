"""Slips of the hand and of the ear, mended against the vocabulary."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.text.syllable import is_syllable
from knowledge.text.vocabulary import Vocabulary, sound
from knowledge.text.words import word

# How tightly two words must belong together (1: never apart) to overrule what was typed, or an everyday
# word. Measured on slips made by rule in the official names.
_OVERRULES = 0.12
_OVERRULES_EVERYDAY = 0.35
# And how many times tighter than what was typed.
_TIMES = 6.0
# A word that merely looks alike must belong that much tighter than one that sounds alike.
_LOOKS_ALIKE = 0.6
_CANDIDATES = 12
_CHAT_ONSETS = {
    "f": "ph",
    "j": "gi",
    "z": "d",
    "dz": "d",
    "w": "qu",
    "k": "c",
    "ng": "ngh",
    "ngh": "ng",
    "g": "gh",
    "gh": "g",
    "c": "k",
}


class Speller:
    """Mends what is no word of the vocabulary, looking at the neighbours; leaves all else alone."""

    def __init__(self, vocabulary: Vocabulary, settled: frozenset[str] = frozenset()) -> None:
        """``settled`` words, without marks, are everyday ones and hardly ever doubted."""
        self._known = vocabulary
        self._settled = settled
        self._near = lru_cache(maxsize=4_096)(self._nearest)

    def mend(self, tokens: Sequence[str]) -> list[str]:
        """The tokens with the sure slips mended; a mended word loses its marks, it is known by sound only."""
        mended = list(tokens)
        bare = [word(token).bare for token in tokens]
        for at, token in enumerate(tokens):
            if token.isalpha() and not is_syllable(bare[at]):
                mended[at] = token if bare[at] in self._known.words else self._replaced(token, bare, at)
            elif token.isalpha() and len(bare[at]) > 2:
                mended[at] = self._doubted(token, bare, at)
            bare[at] = word(mended[at]).bare
        return mended

    def _replaced(self, token: str, bare: Sequence[str], at: int) -> str:
        support, other = self._likeliest(bare, at)
        return other if support >= _OVERRULES else next(_respelt(token), token)

    def _doubted(self, token: str, bare: Sequence[str], at: int) -> str:
        needed = _OVERRULES_EVERYDAY if bare[at] in self._settled else _OVERRULES
        typed = self._support(bare, at, bare[at]) if self._is_written(token) else 0.0
        if typed >= needed:
            return token
        support, other = self._likeliest(bare, at)
        return other if support >= max(needed, _TIMES * typed) else token

    def _is_written(self, token: str) -> bool:
        """Whether a token with marks is a word of the vocabulary; without marks it may be any."""
        return token.isascii() or word(token).marked in self._known.marked

    def _likeliest(self, bare: Sequence[str], at: int) -> tuple[float, str]:
        """The word that the neighbours speak for most, among those that sound or look alike."""
        alike = self._known.by_sound.get(sound(bare[at]), ())
        scored = [(self._support(bare, at, other), other) for other in alike if other != bare[at]]
        scored += [(_LOOKS_ALIKE * self._support(bare, at, other), other) for other in self._near(bare[at])]
        return max(scored, default=(0.0, ""))

    def _support(self, bare: Sequence[str], at: int, other: str) -> float:
        before = self._known.bond(bare[at - 1], other) if at > 0 else 0.0
        return max(before, self._known.bond(other, bare[at + 1]) if at + 1 < len(bare) else 0.0)

    def _nearest(self, bare: str) -> tuple[str, ...]:
        found = process.extract(
            bare,
            self._known.spelt,
            scorer=OSA.distance,
            score_cutoff=1 if len(bare) < 6 else 2,
            limit=_CANDIDATES,
        )
        return tuple(near for near, _, _ in found if near != bare)


def _respelt(token: str) -> Iterator[str]:
    """Chat spellings of an onset: ``fép`` is *phép*, ``kăn`` is *căn*."""
    for chat, plain in _CHAT_ONSETS.items():
        if token.startswith(chat) and is_syllable(plain + token.removeprefix(chat)):
            yield plain + token.removeprefix(chat)
