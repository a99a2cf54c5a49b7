"""One procedure: its card and facts, what it may be taken for, and how good the answer was."""

from enum import StrEnum

from handlers.press import Code, Codes, Flag, Number, Page, Press, Quartet
from knowledge.matching.match import Aspect


class Card(Press, prefix="c"):
    """The answer card of a procedure; ``others`` may have been meant instead."""

    code: Code
    others: Codes = ()


class FactOf(Press, prefix="f"):
    """One aspect of a procedure in full."""

    code: Code
    aspect: Aspect
    page: Page = 0


class More(Press, prefix="x"):
    """The aspects that the card does not show first."""

    code: Code


class NotThis(Press, prefix="n"):
    """The card was not what was meant."""

    code: Code
    others: Codes = ()


class Choices(Press, prefix="y"):
    """A few procedures to choose from."""

    codes: Quartet


class Neither(Press, prefix="z"):
    """None of the procedures offered was the right one."""


class ResultDay(Press, prefix="fc"):
    """The day of the result for one's calendar, if it is handed in on this ``day`` (as ``20261122``)."""

    code: Code
    day: Number


class Judge(Press, prefix="fb"):
    """The answer was good, or was not."""

    code: Code
    good: Flag


class Why(StrEnum):
    """Why an answer was no good."""

    OTHER_PROCEDURE = "other"
    UNCLEAR = "unclear"
    WRONG = "wrong"
    MISSING = "missing"


class Because(Press, prefix="fw"):
    """Why the answer was no good."""

    code: Code
    why: Why
