"""An answer in plain text: worked out in one process, kept in another."""

from dataclasses import dataclass

from handlers.outcome import Outcome
from knowledge.matching.match import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A procedure that was answered, and where the person lives who asked."""

    code: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What answering a message would say and leave behind.

    ``before`` is the chat's state that it was worked out from, ``state`` the one after it, both as they are
    stored; ``replies`` are JSON. ``redact`` and ``kept`` are as in ``Answer``.
    """

    before: str | None
    state: str
    replies: tuple[str, ...]
    outcome: Outcome
    counted: Counted | None = None
    redact: bool = False
    kept: str | None = None
