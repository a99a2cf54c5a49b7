"""Compares what the reader made of a record with its labels, and adds the comparisons up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from benchmarks.tail.labels import Labelled
from knowledge.facts import Facts

WORDS = "words"
"""Stands in the labels for a time or a fee that only words can tell."""


class Told(StrEnum):
    """How a time or a fee came out: as it is, left to words or the office, or wrong."""

    RIGHT = "right"
    LEFT = "left"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One procedure: papers listed, due, and both at once; ``misses`` says by component what went wrong."""

    code: str
    listed: int
    due: int
    right: int
    wrongly_shown: int
    cases: bool
    time: Told
    fee: Told
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares run from 0 to 1. ``cases`` are procedures with as many cases as there really are."""

    procedures: int
    listed: int
    due: int
    precision: float
    recall: float
    shown: float
    cases: float
    times: Mapping[str, int]
    fees: Mapping[str, int]


def compare(labelled: Labelled, facts: Facts) -> Compared:
    """One record read, beside its labels; parts of other papers count on neither side."""
    papers = [paper for group in facts.groups for paper in group.papers if paper.code not in labelled.parts]
    listed = Counter(paper.code for paper in papers)
    shown = [
        paper.show_only != (paper.code in labelled.shown) for paper in papers if labelled.due.get(paper.code)
    ]
    return Compared(
        code=labelled.code,
        listed=listed.total(),
        due=sum(labelled.due.values()),
        right=sum(min(many, labelled.due.get(code, 0)) for code, many in listed.items()),
        wrongly_shown=sum(shown),
        cases=sum(bool(group.name) for group in facts.groups) == labelled.cases,
        time=_time(labelled.times, facts),
        fee=_fee(labelled.fees, facts),
        misses=tuple(_misses(labelled.due, listed)),
    )


def figures(compared: Iterable[Compared]) -> Figures:
    """All comparisons added up."""
    rows = list(compared)
    listed, due, right = (sum(getattr(row, name) for row in rows) for name in ("listed", "due", "right"))
    return Figures(
        procedures=len(rows),
        listed=listed,
        due=due,
        precision=right / listed,
        recall=right / due,
        shown=1 - sum(row.wrongly_shown for row in rows) / right,
        cases=sum(row.cases for row in rows) / len(rows),
        times=_counted(row.time for row in rows),
        fees=_counted(row.fee for row in rows),
    )


def _counted(told: Iterable[Told]) -> dict[str, Any]:
    counted = Counter(told)
    return {one.value: counted[one] for one in Told}


def _misses(due: Mapping[str, int], listed: Mapping[str, int]) -> Iterator[str]:
    for code in dict.fromkeys((*due, *listed)):
        if due.get(code, 0) != listed.get(code, 0):
            yield f"{code}: {listed.get(code, 0)} listed, {due.get(code, 0)} due"


def _time(labels: frozenset[str], facts: Facts) -> Told:
    told = {f"{one.time.amount} {one.time.unit}" for one in facts.methods if one.time}
    if told - labels:
        return Told.WRONG
    return Told.RIGHT if told or not labels - {WORDS} else Told.LEFT


def _fee(labels: frozenset[str], facts: Facts) -> Told:
    fees = [fee for method in facts.methods for fee in method.fees]
    told = {WORDS if fee.amount is None else str(fee.amount) for fee in fees}
    if told - labels:
        return Told.WRONG
    return Told.RIGHT if told == labels else Told.LEFT
