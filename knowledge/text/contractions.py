"""Two syllables, the first one typed by its first letters only: ``đthân`` is *độc thân*."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from knowledge.text.syllable import is_syllable
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import word

# At most so many letters stand for the first syllable; none of them is a vowel.
_LETTERS = 2
_VOWELS = frozenset("aeiouy")
# The two must belong together so tightly, for a slip of the hand may look the same.
_TOGETHER = 0.04


class Contractions:
    """Writes contracted pairs out, with the vocabulary as its yardstick."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = vocabulary

    def written_out(self, token: str, before: str) -> tuple[str, ...]:
        """The two words of a token that follows another one; nothing where it is none of that kind."""
        if not token.isalpha() or is_syllable(token) or token in self._known.words:
            return ()
        score, first, second = max(self._readings(token, before), default=(0.0, "", ""))
        return (first, second) if score else ()

    def _readings(self, token: str, before: str) -> Iterator[tuple[float, str, str]]:
        for at in range(1, min(_LETTERS, len(token) - 2) + 1):
            head, tail = word(token[:at]).bare, token[at:]
            if _VOWELS.isdisjoint(head) and is_syllable(tail):
                yield from self._firsts_of(head, tail, word(before).bare)

    def _firsts_of(self, head: str, tail: str, before: str) -> Iterator[tuple[float, str, str]]:
        bare = word(tail).bare
        for first in self._before.get(bare, ()):
            together = self._known.bond(first, bare)
            if first.startswith(head) and together >= _TOGETHER:
                yield together + self._known.bond(before, first), first, tail

    @cached_property
    def _before(self) -> Mapping[str, tuple[str, ...]]:
        """The words that stand before each word."""
        found = defaultdict[str, list[str]](list)
        for pair in sorted(self._known.pairs):
            first, _, second = pair.partition(" ")
            found[second].append(first)
        return {second: tuple(firsts) for second, firsts in found.items()}
