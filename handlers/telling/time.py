"""How long it takes, by way of handing in."""

from collections.abc import Iterator

from handlers.language import Language
from handlers.telling.told import Told
from handlers.telling.ways import by_way
from knowledge.facts import Duration, Method, Unit
from knowledge.procedure import Procedure


def time(say: Language, procedure: Procedure) -> Told:
    """The guide's words, or the catalogue's processing times and what it says about them."""
    if procedure.guide:
        return Told(text=procedure.guide.time)

    def lines(method: Method) -> Iterator[str]:
        if method.time:
            yield duration(say, method.time)
        if method.text:
            yield method.text

    items = by_way(say, procedure.facts.methods, lines)
    if items:
        return Told(items=items)
    return Told.nothing(
        say(
            "The national catalogue gives no processing time here. "
            "The desk writes the day of the result on your receipt."
        )
    )


def duration(say: Language, time: Duration) -> str:
    """A processing time in words."""
    match time.unit:
        case Unit.HOUR:
            return say.plural("{count} hour", "{count} hours", time.amount)
        case Unit.WORKING_DAY:
            return say.plural("{count} working day", "{count} working days", time.amount)
        case Unit.DAY:
            return say.plural("{count} day", "{count} days", time.amount)
        case Unit.MONTH:
            return say.plural("{count} month", "{count} months", time.amount)
        case Unit.YEAR:
            return say.plural("{count} year", "{count} years", time.amount)
