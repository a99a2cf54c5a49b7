"""What words and pairs of words the knowledge base is written in: the yardstick for slips and stuck words."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Self

from knowledge.pack import Parts, counted, counts, from_texts, to_texts
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


class Vocabulary:
    """Counts of words and of neighbouring pairs (``a b``) without marks, and the words with marks."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        self.marked: set[str] = set()

    def add(self, texts: Iterable[Sequence[Word]], times: int = 1) -> Self:
        """Count some texts, each as if it stood there so many times."""
        words, pairs = Counter[str](), Counter[str]()
        for text in texts:
            self.marked.update(word.marked for word in text)
            bare = [word.bare for word in text]
            words.update(bare)
            pairs.update(map(" ".join, pairwise(bare)))
        for word, count in words.items():
            self.words[word] += times * count
        for pair, count in pairs.items():
            self.pairs[pair] += times * count
        return self

    @classmethod
    def of(cls, parts: Parts, name: str) -> Self:
        """The vocabulary as it was packed under a name."""
        vocabulary = cls()
        vocabulary.words.update(counts(parts, f"{name}.words"))
        vocabulary.pairs.update(counts(parts, f"{name}.pairs"))
        vocabulary.marked.update(to_texts(parts[f"{name}.marked"]))
        return vocabulary

    def parts(self, name: str) -> Parts:
        """What is packed of it."""
        return {
            **counted(self.words, f"{name}.words"),
            **counted(self.pairs, f"{name}.pairs"),
            f"{name}.marked": from_texts(sorted(self.marked)),
        }

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
