"""How a turn ended, in one word: logs, metrics, the unanswered queue and tests all use these."""

from enum import StrEnum


class Outcome(StrEnum):
    """The eleven ways in which a turn can end."""

    ANSWERED = "answered"
    CLARIFIED = "clarified"
    OFFERED = "offered"
    ABSENT = "absent"
    OUT_OF_SCOPE = "out_of_scope"
    SMALLTALK = "smalltalk"
    REFUSED = "refused"
    NEEDS_PROOF = "needs_proof"
    TRACKED = "tracked"
    HANDED_OFF = "handed_off"
    FAILED = "failed"
