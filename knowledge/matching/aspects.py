"""Which facts of a procedure a question is after; several may be meant at once."""

from collections.abc import Sequence
from functools import cache

from knowledge.matching.match import Aspect
from knowledge.text.data import table
from knowledge.text.dialect import common_words
from knowledge.text.patterns import phrases
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause

# "Làm thế nào", "có được không" are how people ask for anything: they count where nothing plainer is asked.
_NONE = "none"
VAGUE = (Aspect.STEPS, Aspect.CONDITIONS)


def aspects(clauses: Sequence[Clause]) -> tuple[Aspect, ...]:
    """The aspects asked for, in the order of the enumeration."""
    found = (found.value for clause in clauses for found in _phrases().find(clause))
    asked = {aspect for aspect in found if aspect}
    plain = asked.difference(VAGUE)
    chosen = plain or asked
    return tuple(aspect for aspect in Aspect if aspect in chosen)


def asked_at(clause: Clause, at: int) -> int:
    """The end of the phrase that asks from one place on; the place itself where none begins there."""
    found = _phrases().at(clause, at)
    return found.end if found else at


@cache
def _phrases() -> PhraseTable[Aspect | None]:
    found = (
        (phrase, None if name == _NONE else Aspect(name))
        for name, patterns in table("aspects").items()
        for phrase in phrases(patterns)
    )
    return PhraseTable(found, read=common_words)
