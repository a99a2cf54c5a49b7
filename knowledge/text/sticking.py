"""Words stuck together, with no space between: ``lamkhaisinh``."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.text.keystrokes import decode
from knowledge.text.syllable import is_syllable
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import word

# The shortest token taken for several words; "matthe" is one, "chung" never is.
_SHORTEST = 5
_LONGEST_WORD = 7
# What one more word costs beside its rarity: fewer and longer words are likelier.
_ANOTHER_WORD = 2.0

_Cut = tuple[float, tuple[str, ...]]


class Splitter:
    """Cuts a stuck token into the likeliest words of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = vocabulary
        self.split = lru_cache(maxsize=4_096)(self._split)

    def _split(self, token: str) -> tuple[str, ...]:
        """The words of a stuck token, or nothing where it cannot be cut into known ones."""
        if len(token) < _SHORTEST or not token.isalpha() or self._is_one_word(token):
            return ()
        best: list[_Cut | None] = [(0.0, ()), *[None] * len(token)]
        for end in range(1, len(token) + 1):
            best[end] = max(self._endings(token, end, best), default=None)
        found = best[len(token)]
        return found[1] if found and len(found[1]) > 1 else ()

    def _is_one_word(self, token: str) -> bool:
        return is_syllable(token) or word(token).bare in self._known.words

    def _endings(self, token: str, end: int, best: Sequence[_Cut | None]) -> Iterator[_Cut]:
        for start in range(max(0, end - _LONGEST_WORD), end):
            before = best[start]
            piece = self._piece(token[start:end]) if before else ""
            if before and piece:
                yield before[0] + self._likelihood(before[1], piece), (*before[1], piece)

    def _piece(self, letters: str) -> str:
        if word(letters).bare in self._known.words and is_syllable(letters):
            return letters
        decoded = decode(letters) if letters.isascii() else ""
        return decoded if decoded and word(decoded).bare in self._known.words else ""

    def _likelihood(self, before: tuple[str, ...], piece: str) -> float:
        """The logarithm for one more word: by the pair where the pair is known, else by the word alone."""
        bare = word(piece).bare
        alone = math.log((self._known.words[bare] + 1) / (self._known.total + 1)) - _ANOTHER_WORD
        if not before:
            return alone
        last = word(before[-1]).bare
        together = math.log((self._known.pairs[f"{last} {bare}"] + 0.1) / (self._known.words[last] + 1))
        return max(alone, together)
