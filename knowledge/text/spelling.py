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
# A word that was typed with its marks, and that others write so, is meant unless much speaks against it.
_OVERRULES_MARKED = 0.2
# A word with marks that nobody writes is a slip almost surely.
_OVERRULES_UNWRITTEN = 0.03
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
        self._alike = lru_cache(maxsize=4_096)(self._found_alike)
        self._likeliest = lru_cache(maxsize=20_000)(self._found_likeliest)

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
        support, other = self._likeliest(*_around(bare, at))
        return other if support >= _OVERRULES else next(_respelt(token), token)

    def _doubted(self, token: str, bare: Sequence[str], at: int) -> str:
        needed = self._needed(token, bare[at])
        typed = self._support(*_around(bare, at))
        if not self._is_written(token):
            return self._rewritten(token, bare, at, typed)
        if typed >= needed:
            return token
        support, other = self._likeliest(*_around(bare, at))
        return other if support >= max(needed, _TIMES * typed) else token

    def _needed(self, token: str, bare: str) -> float:
        if bare in self._settled:
            return _OVERRULES_EVERYDAY
        return _OVERRULES if token.isascii() else _OVERRULES_MARKED

    def _rewritten(self, token: str, bare: Sequence[str], at: int, typed: float) -> str:
        """For a word with marks that nobody writes: the same without, or another that fits better."""
        support, other = self._likeliest(*_around(bare, at))
        if support >= _OVERRULES_UNWRITTEN and support > typed:
            return other
        return bare[at] if typed >= _OVERRULES_UNWRITTEN else token

    def _is_written(self, token: str) -> bool:
        """Whether a token with marks is a word of the vocabulary; without marks it may be any."""
        return token.isascii() or word(token).marked in self._known.marked

    def _found_likeliest(self, before: str, bare: str, after: str) -> tuple[float, str]:
        """The word that the neighbours speak for most, among those that sound or look alike."""
        scored = (
            (likeness * self._support(before, other, after), other) for other, likeness in self._alike(bare)
        )
        return max(scored, default=(0.0, ""))

    def _support(self, before: str, bare: str, after: str) -> float:
        return max(self._known.bond(before, bare), self._known.bond(bare, after))

    def _found_alike(self, bare: str) -> tuple[tuple[str, float], ...]:
        """Words that may be meant, and how readily."""
        sounding = self._known.by_sound.get(sound(bare), ())
        looking = (other for other in self._nearest(bare) if other not in sounding)
        alike = [(other, 1.0) for other in sounding if other != bare]
        return (*alike, *((other, _LOOKS_ALIKE) for other in looking))

    def _nearest(self, bare: str) -> tuple[str, ...]:
        found = process.extract(
            bare,
            self._known.spelt,
            scorer=OSA.distance,
            score_cutoff=1 if len(bare) < 6 else 2,
            limit=_CANDIDATES,
        )
        return tuple(near for near, _, _ in found if near != bare)


def _around(bare: Sequence[str], at: int) -> tuple[str, str, str]:
    """The word before, the word itself and the one after; an empty one where there is none."""
    return bare[at - 1] if at else "", bare[at], bare[at + 1] if at + 1 < len(bare) else ""


def _respelt(token: str) -> Iterator[str]:
    """Chat spellings of an onset: ``fép`` is *phép*, ``kăn`` is *căn*."""
    for chat, plain in _CHAT_ONSETS.items():
        if token.startswith(chat) and is_syllable(plain + token.removeprefix(chat)):
            yield plain + token.removeprefix(chat)
