"""The merge rule: the newer facts win, the guide stays, and a guide whose facts changed is marked stale."""

from knowledge.facts import Facts
from knowledge.procedure import Procedure, Source


def merge(shipped: Procedure | None, facts: Facts, source: Source) -> Procedure:
    """One procedure of what is shipped and what was imported; facts older than the shipped ones lose."""
    if shipped is None:
        return Procedure(facts=facts, source=source)
    if source.published < shipped.source.published:
        return shipped
    stale = shipped.guide is not None and _told(facts) != _told(shipped.facts)
    return Procedure(facts=facts, source=source, guide=shipped.guide, stale=stale)


def _told(facts: Facts) -> Facts:
    """The facts a guide retells: not when they were written nor which decision did."""
    return facts.model_copy(update={"updated": None, "decision": None, "laws": (), "related": ()})
