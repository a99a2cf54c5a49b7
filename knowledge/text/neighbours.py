"""How often words stand by themselves, and side by side with another (``a b``)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from knowledge.pack import Parts, counted, counts


class Neighbours:
    """Counts of words and of neighbouring pairs, in whichever form of a word is counted."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()

    def count(self, texts: Iterable[Sequence[str]], times: int = 1) -> None:
        """Count some texts, each as if it stood there so many times."""
        words, pairs = Counter[str](), Counter[str]()
        for text in texts:
            words.update(text)
            pairs.update(map(" ".join, pairwise(text)))
        for word, count in words.items():
            self.words[word] += times * count
        for pair, count in pairs.items():
            self.pairs[pair] += times * count

    def unpack(self, parts: Parts, name: str) -> None:
        """Take in the counts that were packed under a name."""
        self.words.update(counts(parts, f"{name}.words"))
        self.pairs.update(counts(parts, f"{name}.pairs"))

    def packed(self, name: str) -> Parts:
        """The counts as they are packed under a name."""
        return {**counted(self.words, f"{name}.words"), **counted(self.pairs, f"{name}.pairs")}
