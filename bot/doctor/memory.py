"""The database: whether it answers, what it holds, and what waits in it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.doctor.finding import Finding, Grade
from handlers.language import Language
from storage import checkup
from storage.checkup import HEAD, Standing
from storage.errors import StorageError

STALE = timedelta(days=90)
"""After this long the catalogue has surely changed."""

LONG = timedelta(minutes=10)
"""Nothing waits so long while the service runs and its channels take replies."""

SOON = timedelta(days=14)
"""Before a grant runs out somebody must have had the time to renew it."""


async def look(url: str, say: Language, now: datetime) -> tuple[list[Finding], Standing | None]:
    """Everything about the database, and how it stands; None where it does not answer or is not made."""
    about = say("Database")
    if _not_made(url):
        return [Finding(about=about, told=say("it is not made yet: the first start makes it"))], None
    try:
        standing = await checkup.look(url)
    except StorageError as error:
        mend = say("Check {name}, and that the database runs.", name="MOTCUA_DATABASE_URL")
        return [Finding(about=about, told=say.error(error), mend=mend, grade=Grade.BROKEN)], None
    return list(_standing(standing, say, now)), standing


def _not_made(url: str) -> bool:
    """A SQLite file that is not there would be made by looking at it."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        return False
    return address.get_backend_name() == "sqlite" and not Path(address.database or "").exists()


def _standing(standing: Standing, say: Language, now: datetime) -> Iterator[Finding]:
    about = say("Database")
    if standing.version is None:
        yield Finding(about=about, told=say("it is not made yet: the first start makes it"))
        return
    if standing.version != HEAD:
        told = say("it stands at {found}, this program at {head}", found=standing.version, head=HEAD)
        mend = say("The next start brings it up to date; make a backup before.")
        yield Finding(about=about, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)
        return
    yield Finding(about=about, told=say("it answers and is up to date ({head})", head=HEAD))
    yield _catalogue(standing, say, now)
    yield _waiting(standing, say, now)
    for grant in standing.grants:
        yield _grant(grant, say, now)


def _catalogue(standing: Standing, say: Language, now: datetime) -> Finding:
    about, mend = say("Catalogue"), say("Import it: {command}", command="motcua kb import FILE")
    if standing.imported_at is None:
        told = say("nothing was imported: only the shipped procedures are known")
        return Finding(about=about, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)
    day = say.moment(standing.imported_at)
    told = say("{count} procedures, the newest taken in on {day}", count=standing.procedures, day=day)
    if now - standing.imported_at > STALE:
        return Finding(about=about, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)
    return Finding(about=about, told=told)


def _waiting(standing: Standing, say: Language, now: datetime) -> Finding:
    about = say("What waits")
    if standing.waiting_since is None:
        return Finding(about=about, told=say("nothing"))
    since = say.clock(standing.waiting_since)
    told = say("{count} messages or replies, the oldest since {since}", count=standing.waiting, since=since)
    if now - standing.waiting_since <= LONG:
        return Finding(about=about, told=told)
    mend = say("Is the service running? Its log says what is in the way.")
    return Finding(about=about, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)


def _grant(grant: checkup.Grant, say: Language, now: datetime) -> Finding:
    about, day = say("Token of {name}", name=grant.name), say.moment(grant.refresh_until)
    if grant.refresh_until - now > SOON:
        return Finding(about=about, told=say("it can be renewed until {day}", day=day))
    gone = grant.refresh_until <= now
    told = say("it ran out on {day}", day=day) if gone else say("it runs out on {day}", day=day)
    mend = say("Let the account's owner grant it again.")
    return Finding(about=about, told=told, mend=mend, grade=Grade.BROKEN if gone else Grade.WORTH_A_LOOK)
