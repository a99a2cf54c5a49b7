"""The seam of matching: what goes in, what comes out. Better matchers come and go behind it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from knowledge.facts import Level, Scope


class Aspect(StrEnum):
    """Which fact of a procedure a question is after."""

    PAPERS = "papers"
    FEE = "fee"
    TIME = "time"
    PLACE = "place"
    ONLINE = "online"
    LEGAL = "legal"
    RESULT = "result"
    STEPS = "steps"
    CONDITIONS = "conditions"
    FORM = "form"


class Verdict(StrEnum):
    """What the matcher advises to do with a question; a handler turns it into a named outcome."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    OFFER = "offer"
    ABSENT = "absent"
    OUT_OF_SCOPE = "out_of_scope"
    SMALLTALK = "smalltalk"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the citizen is, by today's names: one of the 34 provinces, and a commune if known."""

    province: str = ""
    commune: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a matcher needs of one procedure, light enough to hold eleven thousand of them."""

    code: str
    name: str
    fields: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    scope: Scope = Scope.NATIONWIDE
    province: str = ""
    short_name: str = ""
    summary: str = ""
    says: tuple[str, ...] = ()
    siblings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A procedure that may be meant. ``score`` runs from 0 to 1; ``why`` is the evidence by field."""

    code: str
    score: float
    why: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The verdict on one question, with at most ten candidates, best first.

    ``topic`` is the small-talk topic (``greeting``, ``thanks``, ``who``, ``goodbye``, ``sad``, ``noise``)
    or the key of the not-held entry in ``knowledge/data/absent.yaml``; ``normal`` is the question as the
    matcher read it. ``subject`` are its words, without marks, that may name an errand; ``case`` those that
    tell of persons and mishaps. A line without a ``subject`` speaks of what was spoken of before; then
    ``hints`` are what single words of it ask for.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    topic: str = ""
    normal: str = ""
    subject: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    hints: tuple[Aspect, ...] = ()


class Matcher(Protocol):
    """Matches a citizen's words to procedures: pure, quick, and the same answer for the same question."""

    def match(self, text: str, place: Place) -> Match:
        """Judge one question asked from one place (an empty place where it is not known)."""
        ...
