"""What the doctor finds: how it stands with one thing, and what mends it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


class Grade(Enum):
    """How it stands: the sign that is printed."""

    GOOD = "✓"
    WORTH_A_LOOK = "!"
    BROKEN = "✗"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """``about`` is the thing looked at, ``told`` how it stands, ``mend`` what to do about it."""

    about: str
    told: str
    mend: str = ""
    grade: Grade = Grade.GOOD


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The findings as they are printed, a mend below what it mends."""
    for one in findings:
        yield f"{one.grade.value} {one.about}: {one.told}"
        if one.mend:
            yield f"  → {one.mend}"
