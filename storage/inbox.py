"""What people sent: each event claimed once, before anything is done with it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import inbox
from storage.upsert import insert


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One claimed message; ``body`` is whatever was claimed with it."""

    id: int
    channel: str
    chat: str
    event_id: str
    body: str
    at: datetime


_RECEIVED = select(inbox.c.id, inbox.c.channel, inbox.c.chat, inbox.c.event_id, inbox.c.body, inbox.c.at)


async def claim(
    session: AsyncSession, *, channel: str, chat: str, event_id: str, body: str, at: datetime
) -> int | None:
    """Take an event in and return its id; None where this chat's event was claimed before."""
    row_id: int | None = await session.scalar(
        insert(session, inbox)
        .values(channel=channel, chat=chat, event_id=event_id, body=body, at=at)
        .on_conflict_do_nothing()
        .returning(inbox.c.id)
    )
    return row_id


async def pending(session: AsyncSession) -> list[Received]:
    """All that was claimed and not finished, in the order it came."""
    rows = await session.execute(_RECEIVED.where(inbox.c.outcome.is_(None)).order_by(inbox.c.id))
    return [Received(**row) for row in rows.mappings()]


async def finish(session: AsyncSession, inbox_id: int, *, outcome: str, body: str | None = None) -> None:
    """Mark a message as answered; a body given here replaces the one kept, which held what must not stay."""
    kept = {} if body is None else {"body": body}
    await session.execute(update(inbox).where(inbox.c.id == inbox_id).values(outcome=outcome, **kept))
