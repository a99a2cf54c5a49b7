"""Which papers, and which of them are forms."""

from handlers.language import Language
from handlers.needed import Needed, everything, quantity
from handlers.telling.told import Told
from knowledge.procedure import Procedure


def papers(say: Language, procedure: Procedure) -> Told:
    """Every paper with its numbers; those of a case say which."""
    items = tuple(line(say, one) for one in everything(procedure))
    if items:
        return Told(text=say.plural("{count} paper in all", "{count} papers in all", len(items)), items=items)
    return Told.nothing(nothing_listed(say))


def nothing_listed(say: Language) -> str:
    """What is said where the catalogue lists no papers."""
    return say("The national catalogue lists no papers here. Please ask the one-stop desk what to bring.")


def line(say: Language, paper: Needed) -> str:
    """One paper: its name, how many, and when it is needed at all."""
    many = quantity(say, paper)
    named = f"{paper.name} ({many})" if many else paper.name
    return " — ".join(filter(None, (named, paper.note, case(say, paper))))


def case(say: Language, paper: Needed) -> str:
    """When a paper is needed: what one would have answered, or the catalogue's own heading."""
    if not paper.case:
        return ""
    return say("if: {case}", case=paper.case) if paper.when else say("for: {case}", case=paper.case)


def form(say: Language, procedure: Procedure) -> Told:
    """The forms among the papers."""
    forms = [one for one in everything(procedure) if one.form]
    if forms:
        told = say("Forms that the national catalogue names:")
        return Told(text=told, items=tuple(f"{one.name}: {one.form}" for one in forms))
    return Told.nothing(
        say("The national catalogue names no form here. The desk will give you one if it is needed.")
    )
