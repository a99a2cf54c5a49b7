"""Which facts of a procedure a question is after; several may be meant at once."""

from collections.abc import Sequence
from functools import cache

from knowledge.matching.match import Aspect
from knowledge.text.data import strings, table
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause

# "Làm thế nào", "có được không" are how people ask for anything: they count where nothing plainer is asked.
_NONE = "none"
_VAGUE = (Aspect.STEPS, Aspect.CONDITIONS)


def aspects(clauses: Sequence[Clause]) -> tuple[Aspect, ...]:
    """The aspects asked for, in the order of the enumeration."""
    found = (found.value for clause in clauses for found in _phrases().find(clause))
    asked = {aspect for aspect in found if aspect}
    plain = asked.difference(_VAGUE)
    chosen = plain or asked
    return tuple(aspect for aspect in Aspect if aspect in chosen)


@cache
def _phrases() -> PhraseTable[Aspect | None]:
    return PhraseTable(
        (phrase, None if name == _NONE else Aspect(name))
        for name, phrases in table("aspects").items()
        for phrase in strings(phrases)
    )
