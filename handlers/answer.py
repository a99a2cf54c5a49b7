"""How a turn ended: what is said, what is remembered, and the outcome's name."""

from dataclasses import dataclass

from handlers.outcome import Outcome
from handlers.reply import Reply
from handlers.state import State
from knowledge.matching.match import Aspect, Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The end of one turn.

    ``code`` is the procedure now at hand, ``codes`` what the matcher thought of, best first, ``aspects`` what
    was asked of it. ``redact`` says that the message held a proof of identity and must not be kept;
    ``kept`` is what to keep instead of the line where numbers in it were masked.
    """

    replies: tuple[Reply, ...]
    state: State
    outcome: Outcome
    code: str | None = None
    codes: tuple[Candidate, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    redact: bool = False
    kept: str | None = None
