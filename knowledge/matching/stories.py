"""In a story every clause is heard by itself, too: one long clause must not drown the one that asks."""

from collections.abc import Sequence

from knowledge.matching.ranking import Evidence, Ranker
from knowledge.text.lexicon import Content

# A line that says fewer telling things is no story; a clause of fewer says nothing by itself.
_STORY = 9
_CLAUSE = 2
# The clauses by themselves have this share of the evidence, the line as a whole has the rest.
_CLAUSES = 0.5


def compared(ranker: Ranker, parts: Sequence[Content], question: Sequence[tuple[int, float]]) -> Evidence:
    """The evidence for every procedure; ``question`` is the line as a whole, ``parts`` are its clauses."""
    whole = ranker.compare(question)
    telling = [part for part in parts if _says(part) >= _CLAUSE]
    if len(telling) < 2 or sum(map(_says, parts)) < _STORY:
        return whole
    heard = [ranker.compare(ranker.weighed([part])) for part in telling]
    return Evidence.mixed([whole, *heard], [1 - _CLAUSES, *[_CLAUSES / len(heard)] * len(heard)])


def _says(part: Content) -> int:
    """How many telling things a clause says; an official term or what stands for one says two."""
    return sum(2 if unit.is_term else 1 for unit in part if unit)
