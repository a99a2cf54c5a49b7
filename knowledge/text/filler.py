"""Words that say nothing of an errand: politeness, particles, "how do I"."""

from collections.abc import Callable, Sequence
from functools import cache

from knowledge.text.data import strings, table
from knowledge.text.words import Word, words

Ties = Callable[[str, str], float]
"""How tightly two neighbouring words (without marks) belong together, from 0 to 1."""

# A word that may be filler or not stays where it belongs at least so tightly to a neighbour; one whose marks
# tell that it is filler stays only where they are hardly ever apart (*bảo hiểm*, *công ty*).
_BELONGS = 0.03
_BELONGS_SURELY = 0.45


def is_filler(text: Sequence[Word], at: int, ties: Ties | None = None) -> bool:
    """Whether a word says nothing.

    Without marks it may look like a word of official names (``can`` is *cần* or *căn*): then its neighbours
    decide by their ties, and where no ties are given it stays.
    """
    word = text[at]
    marked = _by_bare().get(word.bare)
    if marked is None:
        return False
    if word.marked not in ("", word.bare):
        return word.marked in marked and not (ties and _bond(text, at, ties) >= _BELONGS_SURELY)
    return word.bare not in _lookalikes() or (ties is not None and _bond(text, at, ties) < _BELONGS)


def filler_words() -> frozenset[str]:
    """Every filler word, without marks."""
    return frozenset(_by_bare())


def filler_phrases() -> tuple[str, ...]:
    """Phrases that say nothing, with their marks."""
    return strings(table("filler")["phrases"])


def _bond(text: Sequence[Word], at: int, ties: Ties) -> float:
    """How tightly a word belongs to the neighbour it belongs to most."""
    before = ties(text[at - 1].bare, text[at].bare) if at else 0.0
    after = ties(text[at].bare, text[at + 1].bare) if at + 1 < len(text) else 0.0
    return max(before, after)


@cache
def _lookalikes() -> frozenset[str]:
    return frozenset(strings(table("filler")["lookalikes"]))


@cache
def _by_bare() -> dict[str, frozenset[str]]:
    marked: dict[str, set[str]] = {}
    for item in strings(table("filler")["words"]):
        for found in words(item):
            marked.setdefault(found.bare, set()).add(found.marked)
    return {bare: frozenset(found) for bare, found in marked.items()}
