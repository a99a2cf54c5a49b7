"""``mất``: a person who died, or a paper that is gone."""

from collections.abc import Iterator
from functools import cache

from knowledge.text.data import strings, table
from knowledge.text.words import Clause, words

# So many words before "mất" may name who died; so many before and after it what is gone.
_PERSON_BEFORE = 5
_THING_BEFORE = 7
_THING_AFTER = 3
_GONE = frozenset({"", "mat", "mâts"})


def losses(clause: Clause) -> Iterator[str]:
    """``dead`` and ``lost`` for every word of a clause that tells it."""
    for at, word in enumerate(clause):
        if word.bare == "chet" or _is_pair(clause, at, "qua", "doi") or _is_pair(clause, at, "tu", "tran"):
            yield "dead"
        elif word.marked in _lost():
            yield "lost"
        elif word.bare == "mat" and word.marked in _GONE and not _is_spent(clause, at):
            yield "dead" if _is_of_a_person(clause, at) else "lost"


def _is_spent(clause: Clause, at: int) -> bool:
    """Whether money or time is what goes: ``mất bao tiền``, ``mất 3 ngày``."""
    after = clause[at + 1].bare if at + 1 < len(clause) else ""
    return after.isdigit() or after in _bare("costs")


def _is_of_a_person(clause: Clause, at: int) -> bool:
    around = (*clause[max(0, at - _THING_BEFORE) : at], *clause[at + 1 : at + 1 + _THING_AFTER])
    if any(word.bare in _bare("things") for word in around):
        return False
    return any(word.bare in _bare("people") for word in clause[max(0, at - _PERSON_BEFORE) : at])


def _is_pair(clause: Clause, at: int, first: str, second: str) -> bool:
    return clause[at].bare == first and at + 1 < len(clause) and clause[at + 1].bare == second


@cache
def _lost() -> frozenset[str]:
    return frozenset(word.marked for phrase in strings(table("losses")["lost"]) for word in words(phrase))


@cache
def _bare(kind: str) -> frozenset[str]:
    return frozenset(strings(table("losses")[kind]))
