"""What a line tells of before it asks weighs less than what it asks for.

*Đổi căn cước rồi, giờ sửa sổ đỏ*: the turning word *giờ* parts what happened from what is wanted now.
"""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.text.lexicon import Content
from knowledge.text.words import Clause

# A line of fewer words is no story; in one, clauses without any of the asking words tell.
_STORY = 16
_TELLING = 0.55
_ASKING = frozenset(
    {
        *("muon", "can", "xin", "hoi", "phai", "duoc", "lam", "dang", "thu", "giay"),
        *("nop", "doi", "cap", "khai", "bao", "nhan"),
    }
)
# Here a clause turns from what happened to what is wanted; a turn that says less asks for nothing new.
_TURNS = frozenset({"gio", "nay", "roi"})
_BEFORE_TURN = 0.75
_ENOUGH = 2


def segments(clause: Clause) -> list[Clause]:
    """The clause, parted before each word that turns to what is wanted."""
    starts = [0, *(at for at in range(1, len(clause)) if _turns(clause, at)), len(clause)]
    return [clause[start:end] for start, end in pairwise(starts) if end > start]


def emphasis(clauses: Sequence[Clause], parts: Sequence[Content]) -> tuple[float, ...]:
    """A weight for each clause with its content, 1 for those that ask."""
    turned = _turned(clauses, parts)
    if len(clauses) < 2 or sum(map(len, clauses)) < _STORY:
        return tuple(_BEFORE_TURN if at < turned else 1.0 for at in range(len(clauses)))
    return tuple(1.0 if at >= turned and _asks(clause) else _TELLING for at, clause in enumerate(clauses))


def _turned(clauses: Sequence[Clause], parts: Sequence[Content]) -> int:
    """The last clause that turns to something new; 0 where none does."""
    later = reversed(range(1, len(clauses)))
    return next((at for at in later if clauses[at][0].bare in _TURNS and _says_enough(parts[at:])), 0)


def _says_enough(parts: Sequence[Content]) -> bool:
    return sum(2 if unit.is_term else 1 for part in parts for unit in part if unit) >= _ENOUGH


def _turns(clause: Clause, at: int) -> bool:
    return clause[at].bare in _TURNS and clause[at - 1].bare not in _TURNS


def _asks(clause: Clause) -> bool:
    return any(word.bare in _ASKING for word in clause)
