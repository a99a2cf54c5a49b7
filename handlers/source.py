"""Where facts come from and how fresh they are, on one line."""

from handlers.language import Language
from handlers.reply import Source
from handlers.screen import clip
from knowledge.procedure import Procedure

_NUMBER = 40


def source(say: Language, procedure: Procedure) -> Source:
    """The source, the decision that published the procedure, and the day it was checked."""
    parts = (
        say("Source: {name}", name=procedure.source.name),
        _published(say, procedure),
        say("checked {day}", day=say.day(procedure.source.checked)),
    )
    return Source(text=" · ".join(parts))


def _published(say: Language, procedure: Procedure) -> str:
    decision = procedure.facts.decision
    if decision is None:
        return say("published {day}", day=say.day(procedure.source.published))
    number = clip(decision.number, _NUMBER)
    if decision.decided is None:
        return say("Decision {number}", number=number)
    return say("Decision {number} of {day}", number=number, day=say.day(decision.decided))
