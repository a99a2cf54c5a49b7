"""Amounts told in passing: they stand between words that belong together (*cắt 100 mét đất*)."""

import re

from knowledge.text.words import Clause

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\d+m2?")
_UNITS = frozenset(
    {"met", "m", "m2", "ha", "hecta", "sao", "mau", "trieu", "ty", "nghin", "ngan", "dong", "vuong"}
)


def without_amounts(clause: Clause) -> Clause:
    """The clause without numbers that a unit of measure or of money follows, and without that unit."""
    kept = [at for at in range(len(clause)) if not _is_amount(clause, at)]
    return tuple(clause[at] for at in kept)


def _is_amount(clause: Clause, at: int) -> bool:
    if _NUMBER.fullmatch(clause[at].bare):
        return clause[at].bare.endswith(("m", "m2")) or (
            at + 1 < len(clause) and clause[at + 1].bare in _UNITS
        )
    return clause[at].bare in _UNITS and _ends_amount(clause, at)


def _ends_amount(clause: Clause, at: int) -> bool:
    """Whether only units stand between a word and the number before it: ``5 triệu đồng``."""
    while at > 0 and clause[at].bare in _UNITS:
        at -= 1
    return _NUMBER.fullmatch(clause[at].bare) is not None
