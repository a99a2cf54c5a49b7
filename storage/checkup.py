"""How a database stands, seen without changing anything in it: not even its version."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.engines import build
from storage.errors import DatabaseUnreachableError
from storage.tables import grants, inbox, outbox, procedures

HEAD: Final = schema.HEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What an account's owner granted us, and until when it can be renewed."""

    name: str
    refresh_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``version`` is None where nothing of ours is there. What follows is read at the present version only.

    ``clock`` is the database's own time, None where it has none of its own.
    """

    version: str | None
    clock: datetime | None = None
    procedures: int = 0
    imported_at: datetime | None = None
    waiting: int = 0
    waiting_since: datetime | None = None
    grants: tuple[Grant, ...] = ()


async def look(url: str) -> Standing:
    """Look at the database behind an address.

    Raises DatabaseAddressError, or DatabaseUnreachableError where it does not answer.
    """
    engines = build(url)
    try:
        async with engines.reader.connect() as connection:
            return await _look(connection)
    except (SQLAlchemyError, OSError) as error:
        reason = getattr(error, "orig", None) or type(error).__name__
        raise DatabaseUnreachableError(url=engines.url, reason=reason) from None
    finally:
        await engines.dispose()


async def _look(connection: AsyncConnection) -> Standing:
    version, clock = await connection.run_sync(schema.version), await _clock(connection)
    if version != HEAD:
        return Standing(version=version, clock=clock)
    held = select(func.count(), func.max(procedures.c.imported_at))
    count, imported_at = (await connection.execute(held)).one()
    unsaid = select(func.count(), func.min(inbox.c.at)).where(inbox.c.outcome.is_(None))
    unsent = select(func.count(), func.min(outbox.c.created_at)).where(outbox.c.due_at.is_not(None))
    boxes = [(await connection.execute(query)).one() for query in (unsaid, unsent)]
    rows = await connection.execute(select(grants.c.name, grants.c.refresh_until))
    return Standing(
        version=version,
        clock=clock,
        procedures=count,
        imported_at=imported_at,
        waiting=sum(number for number, _ in boxes),
        waiting_since=min((since for _, since in boxes if since), default=None),
        grants=tuple(Grant(name=row.name, refresh_until=row.refresh_until) for row in rows),
    )


async def _clock(connection: AsyncConnection) -> datetime | None:
    if connection.dialect.name != "postgresql":
        return None
    now: datetime = (await connection.execute(text("select clock_timestamp()"))).scalar_one()
    return now.astimezone(UTC)
