"""Where papers are handed in, and whether that can be done online."""

from collections.abc import Iterator

from handlers.language import Language
from handlers.telling.told import Told
from handlers.telling.ways import names
from knowledge.facts import Facts, Level, Way
from knowledge.matching.match import Place
from knowledge.procedure import Procedure


def place(say: Language, procedure: Procedure, home: Place) -> Told:
    """The guide's words, or the desks of the levels that handle it; the home's own desk is named."""
    nearby = tuple(_nearby(say, procedure.facts, home))
    if procedure.guide:
        return Told(text=" ".join((procedure.guide.place, *nearby)))
    found = [*_desks(say, procedure.facts), *nearby]
    if procedure.facts.address:
        found.append(say("Address in the catalogue: {address}", address=procedure.facts.address))
    if found:
        return Told(text=found[0], items=tuple(found[1:]))
    return Told.nothing(
        say("The national catalogue does not say where. Your commune's one-stop desk will tell you.")
    )


def online(say: Language, procedure: Procedure) -> Told:
    """The guide's words, or how far the catalogue says it can be done online."""
    facts = procedure.facts
    ways = tuple(dict.fromkeys(method.way for method in facts.methods))
    if procedure.guide:
        return Told(text=procedure.guide.online)
    if facts.fully_online:
        return Told(
            text=say("Yes, from beginning to end, on the National Public Service Portal (dichvucong.gov.vn).")
        )
    if Way.ONLINE in ways:
        return Told(
            text=say(
                "You can file on the National Public Service Portal (dichvucong.gov.vn); "
                "you may still have to come once to show the originals."
            )
        )
    if ways:
        return Told(
            text=say(
                "The national catalogue names no online filing. Ways it names: {ways}.", ways=names(say, ways)
            )
        )
    return Told.nothing(say("The national catalogue does not say. Please ask the one-stop desk."))


def _desks(say: Language, facts: Facts) -> Iterator[str]:
    agencies = ", ".join(facts.agencies)
    for level in facts.levels:
        match level:
            case Level.COMMUNE:
                yield say("The one-stop desk of your commune or ward.")
            case Level.PROVINCE:
                yield say("The one-stop desk of your province or city.")
            case Level.MINISTRY:
                yield say("A ministry in Hanoi, or where it takes papers in.")
            case Level.VERTICAL | Level.OTHER:
                yield say("The branch itself: police, tax, social insurance or the like.")
    if agencies:
        yield say("Handled by: {agencies}", agencies=agencies)


def _nearby(say: Language, facts: Facts, home: Place) -> Iterator[str]:
    if Level.COMMUNE in facts.levels and home.commune:
        yield say("For you that is the desk of {place}.", place=home.commune)
    elif Level.PROVINCE in facts.levels and home.province:
        yield say("For you that is the desk of {place}.", place=home.province)
