"""What words and pairs of words the knowledge base is written in: the yardstick for slips and stuck words."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Self

from knowledge.pack import Parts, from_texts, to_texts
from knowledge.text.neighbours import Neighbours
from knowledge.text.syllable import onset_and_rime
from knowledge.text.words import Word

# Sounds that merge in one region or another, and so are confused in writing.
_SAME_ONSET = {
    "x": "s",
    "tr": "ch",
    "gi": "d",
    "r": "d",
    "v": "d",
    "l": "n",
    "k": "c",
    "qu": "c",
    "ngh": "ng",
    "gh": "g",
}
_SAME_VOWELS = (("ie", "i"), ("uo", "u"), ("ye", "i"), ("y", "i"))
_SAME_CODA = (("nh", "n"), ("ng", "n"), ("ch", "t"), ("c", "t"))


class Vocabulary(Neighbours):
    """Counts of words and of neighbouring pairs without marks, and the words with marks."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[str] = set()

    def add(self, texts: Iterable[Sequence[Word]], times: int = 1) -> Self:
        """Count some texts, each as if it stood there so many times."""
        known = list(texts)
        self.marked.update(word.marked for text in known for word in text)
        self.count(([word.bare for word in text] for text in known), times)
        return self

    @classmethod
    def of(cls, parts: Parts, name: str) -> Self:
        """The vocabulary as it was packed under a name."""
        vocabulary = cls()
        vocabulary.unpack(parts, name)
        vocabulary.marked.update(to_texts(parts[f"{name}.marked"]))
        return vocabulary

    def parts(self, name: str) -> Parts:
        """What is packed of it."""
        return {**self.packed(name), f"{name}.marked": from_texts(sorted(self.marked))}

    def bond(self, first: str, second: str) -> float:
        """How tightly two words belong together, from 0 (never side by side) to 1 (never apart)."""
        together = self.pairs.get(f"{first} {second}", 0)
        return together / math.sqrt(self.words[first] * self.words[second]) if together else 0.0

    @cached_property
    def total(self) -> int:
        """How many words were counted."""
        return self.words.total()

    @cached_property
    def spelt(self) -> tuple[str, ...]:
        """All words of letters only, the most frequent first, then by alphabet."""
        letters = [word for word in self.words if word.isalpha()]
        return tuple(sorted(letters, key=lambda word: (-self.words[word], word)))

    @cached_property
    def by_sound(self) -> dict[str, tuple[str, ...]]:
        """Words that sound alike somewhere in Vietnam."""
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.spelt:
            alike[sound(word)].append(word)
        return {heard: tuple(found) for heard, found in alike.items()}


@lru_cache(maxsize=20_000)
def sound(bare: str) -> str:
    """A key that confusable syllables share: ``thường chú`` and ``thường trú``, ``hạng`` and ``hạn``."""
    onset, rime = onset_and_rime(bare)
    for written, heard in _SAME_VOWELS:
        rime = rime.replace(written, heard)
    for written, heard in _SAME_CODA:
        if rime.endswith(written):
            rime = rime.removesuffix(written) + heard
            break
    return _SAME_ONSET.get(onset, onset) + "-" + rime
