"""The clock: due dates, quiet hours and tokens go wrong where it does."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.doctor.finding import Finding, Grade
from handlers.language import Language

MOST = timedelta(seconds=30)
"""So much may be the way of an answer; more is a clock that is wrong."""

PATIENCE = 5.0


async def of_server(address: str) -> datetime | None:
    """The time of whoever answers there, to the second; None where nobody does or tells it."""
    try:
        async with (
            ClientSession(timeout=ClientTimeout(total=PATIENCE)) as session,
            session.get(address, allow_redirects=False) as answer,
        ):
            return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
    except (ClientError, TimeoutError, KeyError, ValueError, OSError):
        return None


def look(others: Mapping[str, datetime], say: Language, now: datetime) -> Iterator[Finding]:
    """Our clock beside each of the others."""
    about = say("Clock")
    if not others:
        yield Finding(about=about, told=say("there is nobody to compare it with"))
    for name, time in others.items():
        off = abs(now - time)
        told = say("{seconds} seconds off from {name}", seconds=round(off.total_seconds()), name=name)
        if off <= MOST:
            yield Finding(about=about, told=told)
        else:
            mend = say("Let the machine keep its time: {command}", command="timedatectl set-ntp true")
            yield Finding(about=about, told=told, mend=mend, grade=Grade.BROKEN)
