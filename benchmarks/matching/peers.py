"""Rankings behind one small face: ours, and those that need nothing more than the product needs.

Peers read text without marks: that is the best for them.
"""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from rapidfuzz import fuzz, process

from knowledge.absent import load
from knowledge.matching import build
from knowledge.matching.match import Entry, Match, Place
from motcua.text import unmarked

KEPT = 10
_WORD = re.compile(r"\w+")


class Peer(Protocol):
    """Something that ranks procedures for a line of text."""

    name: str

    def rank(self, text: str) -> list[str]:
        """At most ten codes, best first."""
        ...


class Ours:
    """The matcher of this repository; it also says what should be done with the line."""

    name = "motcua"

    def __init__(self, entries: Sequence[Entry], pack: Path | None = None) -> None:
        self._matcher = build(entries, load(), pack)

    def rank(self, text: str) -> list[str]:
        """See ``Peer``."""
        return [one.code for one in self.match(text).candidates]

    def match(self, text: str) -> Match:
        """The whole verdict, asked from nowhere in particular."""
        return self._matcher.match(text, Place())


class Fts5:
    """SQLite's full-text search, ranked by its bm25."""

    name = "SQLite FTS5"

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._table = sqlite3.connect(":memory:")
        self._table.execute("create virtual table procedures using fts5(code unindexed, text)")
        rows = ((entry.code, plain(entry)) for entry in entries)
        self._table.executemany("insert into procedures values (?, ?)", rows)

    def rank(self, text: str) -> list[str]:
        """See ``Peer``."""
        query = " OR ".join(f'"{word}"' for word in words(text))
        found = self._table.execute(
            "select code from procedures where text match ? order by rank limit ?", (query or '""', KEPT)
        )
        return [code for (code,) in found]


class WRatio:
    """rapidfuzz's weighted ratio of whole texts."""

    name = "rapidfuzz WRatio"

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._codes = [entry.code for entry in entries]
        self._texts = [plain(entry) for entry in entries]

    def rank(self, text: str) -> list[str]:
        """See ``Peer``."""
        found = process.extract(" ".join(words(text)), self._texts, scorer=fuzz.WRatio, limit=KEPT)
        return [self._codes[at] for _, _, at in found]


def plain(entry: Entry) -> str:
    """All that is known of a procedure as words without marks."""
    return " ".join(words(" ".join((entry.name, entry.short_name, entry.summary, *entry.says))))


def words(text: str) -> list[str]:
    """Lower-case words without marks."""
    return _WORD.findall(unmarked(text).lower())
