"""The ten aspects of a procedure: what each is called and who tells it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers.language import Language, later
from handlers.telling.fee import fee
from handlers.telling.papers import form, papers
from handlers.telling.place import online, place
from handlers.telling.rules import conditions, legal, result, steps
from handlers.telling.time import time
from handlers.telling.told import Told
from knowledge.matching.match import Aspect, Place
from knowledge.procedure import Procedure

LABELS: Mapping[Aspect, str] = {
    Aspect.PAPERS: later("Papers"),
    Aspect.FEE: later("Fee"),
    Aspect.TIME: later("Time"),
    Aspect.PLACE: later("Where"),
    Aspect.ONLINE: later("File online"),
    Aspect.STEPS: later("Steps"),
    Aspect.FORM: later("Forms"),
    Aspect.RESULT: later("Result"),
    Aspect.CONDITIONS: later("Conditions"),
    Aspect.LEGAL: later("Legal basis"),
}

_TELLERS: Mapping[Aspect, Callable[[Language, Procedure], Told]] = {
    Aspect.PAPERS: papers,
    Aspect.FEE: fee,
    Aspect.TIME: time,
    Aspect.ONLINE: online,
    Aspect.STEPS: steps,
    Aspect.FORM: form,
    Aspect.RESULT: result,
    Aspect.CONDITIONS: conditions,
    Aspect.LEGAL: legal,
}


def tell(say: Language, aspect: Aspect, procedure: Procedure, home: Place) -> Told:
    """One aspect of a procedure; only the place depends on where the deployment is at home.

    Where the facts have changed since the guide was written, the facts are told.
    """
    if aspect in procedure.stale:
        return replace(_told(say, aspect, procedure.model_copy(update={"guide": None}), home), fresh=True)
    return _told(say, aspect, procedure, home)


def _told(say: Language, aspect: Aspect, procedure: Procedure, home: Place) -> Told:
    if aspect is Aspect.PLACE:
        return place(say, procedure, home)
    return _TELLERS[aspect](say, procedure)


def label(say: Language, aspect: Aspect) -> str:
    """What an aspect is called, on a button and before the fact."""
    return say(LABELS[aspect])
