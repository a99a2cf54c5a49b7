"""What a chat was told, held against what it should have been told."""

from collections.abc import Sequence
from dataclasses import dataclass

SOON = 10.0
"""Seconds before a kill in which a reply that comes twice was taken: we were killed before we noted it."""

LAG = 2.0
"""Seconds after a kill in which the town still reads what was sent before it; a new process takes longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message of the bot, and when it came, on the clock of the kills."""

    text: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Faults of one chat, or of many. ``unknowable`` repeats are those that nobody can rule out."""

    lost: int = 0
    doubled: int = 0
    disordered: int = 0
    unknowable: int = 0

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(
            lost=self.lost + other.lost,
            doubled=self.doubled + other.doubled,
            disordered=self.disordered + other.disordered,
            unknowable=self.unknowable + other.unknowable,
        )


def judged(told: Sequence[Line], expected: Sequence[str], kills: Sequence[float]) -> Verdict:
    """Compare line by line. Around each kill one repeat of the last line is beyond anybody's knowledge.

    Of equal lines in a row, which may well be expected, it is the last one too many that shows.
    """
    verdict, met, forgiven, begun = Verdict(), 0, set[float](), Line(text="", at=0.0)
    for line in told:
        again, begun = line.text == begun.text, line if line.text != begun.text else begun
        if met < len(expected) and line.text == expected[met]:
            met += 1
        elif not again:
            verdict += Verdict(disordered=1)
        elif kill := _between(begun, line, [one for one in kills if one not in forgiven]):
            forgiven.add(kill)
            verdict += Verdict(unknowable=1)
        else:
            verdict += Verdict(doubled=1)
    return verdict + Verdict(lost=len(expected) - met)


def _between(before: Line, after: Line, kills: Sequence[float]) -> float | None:
    found = (kill for kill in kills if before.at - LAG <= kill <= after.at and kill - before.at < SOON)
    return next(found, None)
