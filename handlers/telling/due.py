"""The day by which a result may be expected, reckoned from the day of handing in; the receipt's counts."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from handlers.language import Language
from handlers.reply import Block, Bullets, Paragraph
from handlers.telling.ways import by_way
from knowledge.calendar import due, is_working_day
from knowledge.facts import Method
from knowledge.procedure import Procedure
from motcua.clock import in_vietnam

CLOSING = 17
"""The hour after which what comes in is received on the next working day."""

_DAY = timedelta(days=1)


def expected(say: Language, procedure: Procedure, filed: date, now: datetime) -> tuple[Block, ...]:
    """When the result may be there if it is handed in on this day; nothing where no time is known."""
    start = received(filed, now)

    def days(method: Method) -> Iterator[str]:
        day = due(start, method.time) if method.time else None
        if day is not None:
            yield say.weekday(day)

    timed = [method for method in procedure.facts.methods if method.time]
    found = by_way(say, timed, days)
    return (*_days(say, filed, found), _caution(say, filed, start)) if found else ()


def result_days(procedure: Procedure, filed: date, now: datetime) -> tuple[date, ...]:
    """The days on which it may be there, the earliest first; several where the ways of handing in differ."""
    start = received(filed, now)
    days = (due(start, method.time) for method in procedure.facts.methods if method.time)
    return tuple(sorted({day for day in days if day is not None}))


def received(filed: date, now: datetime) -> date:
    """The working day on which it is received: not after closing time, not on a day off."""
    local = in_vietnam(now)
    day = filed + _DAY if filed == local.date() and local.hour >= CLOSING else filed
    while not is_working_day(day):
        day += _DAY
    return day


def _days(say: Language, filed: date, found: tuple[str, ...]) -> Iterator[Block]:
    if len(found) == 1:
        text = say("Handed in on {day}, it should be ready about {due}.", day=say.day(filed), due=found[0])
        yield Paragraph(text=text)
    else:
        yield Bullets(
            title=say("Handed in on {day}, it should be ready about:", day=say.day(filed)), items=found
        )


def _caution(say: Language, filed: date, start: date) -> Paragraph:
    """That it is an estimate, and from when it is counted where not from that day."""
    estimate = say("This is my estimate; the day on your receipt counts.")
    if start == filed:
        return Paragraph(text=estimate)
    late = say("The office is closed then, so I count from {day}.", day=say.day(start))
    return Paragraph(text=f"{late} {estimate}")
