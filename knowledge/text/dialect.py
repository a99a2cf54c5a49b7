"""Words of one region under those that all regions share."""

from functools import cache

from knowledge.text.data import table
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause, Word, words


def to_common(clause: Clause) -> Clause:
    """The clause with every word of one region under the word that all regions share."""
    common: list[Word] = []
    at = 0
    while at < len(clause):
        found = _dialect().at(clause, at)
        common += found.value if found else (clause[at],)
        at = found.end if found else at + 1
    return tuple(common)


def common_words(text: str) -> Clause:
    """The words of a phrase as they are after reading: so it is found in what was read."""
    return to_common(words(text))


@cache
def _dialect() -> PhraseTable[Clause]:
    dialect = ((local, words(str(common))) for local, common in table("dialect").items())
    return PhraseTable(dialect, lone=frozenset({"cai", "chiec", "man"}))
