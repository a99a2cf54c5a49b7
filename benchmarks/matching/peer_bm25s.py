"""The package bm25s as a peer."""

from collections.abc import Sequence

import bm25s
import numpy as np

from benchmarks.matching.peers import KEPT, plain, words
from knowledge.matching.match import Entry


class Bm25s:
    """The package bm25s over words."""

    name = "bm25s"

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._codes = np.array([entry.code for entry in entries])
        self._index = bm25s.BM25()
        self._index.index([words(plain(entry)) for entry in entries], show_progress=False)

    def rank(self, text: str) -> list[str]:
        """See ``Peer``."""
        found, _ = self._index.retrieve([words(text)], k=KEPT, show_progress=False)
        return [str(code) for code in self._codes[found[0]]]
