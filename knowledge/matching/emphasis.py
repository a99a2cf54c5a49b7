"""In a story, the clause that asks weighs more than the clauses that tell."""

from collections.abc import Sequence

from knowledge.text.words import Clause

# A line of fewer words is no story: all of it asks.
_STORY = 16
_TELLING = 0.55
_ASKING = frozenset(
    {
        "muon",
        "can",
        "xin",
        "hoi",
        "lam",
        "dang",
        "thu",
        "giay",
        "phai",
        "duoc",
        "nop",
        "doi",
        "cap",
        "khai",
        "bao",
        "nhan",
    }
)


def emphasis(clauses: Sequence[Clause]) -> tuple[float, ...]:
    """A weight for each clause, 1 for those that ask."""
    if len(clauses) < 2 or sum(map(len, clauses)) < _STORY:
        return (1.0,) * len(clauses)
    return tuple(1.0 if _asks(clause) else _TELLING for clause in clauses)


def _asks(clause: Clause) -> bool:
    return any(word.bare in _ASKING for word in clause)
