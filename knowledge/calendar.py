"""Working days in Vietnam: public holidays, Tết among them, and Saturdays worked for a day off elsewhere.

The days come from the package ``holidays``, which follows the Labour Code and every announced swap. The swaps
of a year are announced in the autumn before it: until then its days are the law's own, and may still move.
"""

import importlib
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from knowledge.facts import Duration, Unit

if TYPE_CHECKING:
    from holidays.countries.vietnam import Vietnam

LONGEST = 3660
"""Days ahead within which a due date is told, about ten years: nobody waits for longer."""

WORKING_HOURS = 8
"""Hours of work in a day: the catalogue's 176 hours are 22 working days."""

_DAY = timedelta(days=1)
_DAYS_EACH = {Unit.WORKING_DAY: 1, Unit.HOUR: 1, Unit.DAY: 1, Unit.MONTH: 30, Unit.YEAR: 365}


def due(received: date, duration: Duration) -> date | None:
    """The working day by whose end the result is there, at the latest; None where that cannot be told.

    The day of receiving does not count, and an end that falls on a day off moves to the next working day
    (Civil Code, articles 147 and 148). ``received`` is the day the counting starts from: what comes in after
    closing time is received the next day, which the caller knows. Hours are working hours, but whole days of
    them (24, 48, 72) are days.
    """
    amount, unit = duration.amount, duration.unit
    if not 0 < amount * _DAYS_EACH[unit] <= LONGEST:
        return None
    if unit is Unit.HOUR and amount % 24:
        return _nth_working_day(received, -(-amount // WORKING_HOURS))
    if unit is Unit.WORKING_DAY:
        return _nth_working_day(received, amount)
    return next(_working_days(_end(received, duration)))


def _end(received: date, duration: Duration) -> date:
    """When it ends by the calendar alone."""
    match duration.unit:
        case Unit.MONTH:
            return _months_later(received, duration.amount)
        case Unit.YEAR:
            return _months_later(received, 12 * duration.amount)
        case Unit.HOUR:
            return received + timedelta(days=duration.amount // 24)
        case _:
            return received + timedelta(days=duration.amount)


def working_days_between(start: date, end: date) -> int:
    """How many working days come after ``start``, up to ``end`` and with it; 0 where ``end`` is not later."""
    return sum(is_working_day(start + timedelta(days=ahead)) for ahead in range(1, (end - start).days + 1))


def prepare() -> None:
    """Read the days off now: a service does so before anybody has to wait for it."""
    _holidays()


def is_working_day(day: date) -> bool:
    """Whether offices work that day."""
    return _holidays().is_working_day(day)


def _nth_working_day(start: date, count: int) -> date:
    return next(islice(_working_days(start + _DAY), count - 1, None))


def _working_days(day: date) -> Iterator[date]:
    while True:
        if is_working_day(day):
            yield day
        day += _DAY


def _months_later(day: date, months: int) -> date:
    """The same day some months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@cache
def _holidays() -> "Vietnam":
    """Made when first needed: importing it reads every country's module, a third of a second or more."""
    made: Vietnam = importlib.import_module("holidays.countries.vietnam").Vietnam()
    return made
