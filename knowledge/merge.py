"""The merge rule: the newer facts win, the guide stays, and is stale wherever the facts under it changed."""

from collections.abc import Callable, Mapping

from knowledge.facts import Facts
from knowledge.matching.match import Aspect
from knowledge.procedure import Procedure, Source


def merge(shipped: Procedure | None, facts: Facts, source: Source) -> Procedure:
    """One procedure of what is shipped and what was imported; facts older than the shipped ones lose."""
    if shipped is None:
        return Procedure(facts=facts, source=source)
    if source.published < shipped.source.published:
        return shipped
    stale = _changed(shipped.facts, facts) if shipped.guide else frozenset[Aspect]()
    return Procedure(facts=facts, source=source, guide=shipped.guide, stale=stale)


def _changed(written_over: Facts, facts: Facts) -> frozenset[Aspect]:
    """The aspects that a guide retells otherwise than the facts are now."""
    return frozenset(aspect for aspect, told in _TOLD.items() if told(written_over) != told(facts))


def _papers(facts: Facts) -> object:
    return facts.groups


def _fee(facts: Facts) -> object:
    return [(method.way, method.fees, method.text) for method in facts.methods]


def _time(facts: Facts) -> object:
    return [(method.way, method.time, method.text) for method in facts.methods]


def _place(facts: Facts) -> object:
    return facts.levels, facts.agencies, facts.address


def _online(facts: Facts) -> object:
    return facts.fully_online, {method.way for method in facts.methods}


_TOLD: Mapping[Aspect, Callable[[Facts], object]] = {
    Aspect.PAPERS: _papers,
    Aspect.FORM: _papers,
    Aspect.FEE: _fee,
    Aspect.TIME: _time,
    Aspect.PLACE: _place,
    Aspect.ONLINE: _online,
    Aspect.STEPS: lambda facts: facts.steps,
    Aspect.RESULT: lambda facts: facts.results,
    Aspect.CONDITIONS: lambda facts: facts.conditions,
}
"""What of the facts each aspect of a guide was written over; the legal basis is never a guide's."""
