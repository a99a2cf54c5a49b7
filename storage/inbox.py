"""What people sent: each event claimed once, before anything is done with it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage.session import Session
from storage.tables import inbox
from storage.upsert import insert_into


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What came in over a channel. ``raw`` says that ``body`` is in the channel's own words, not in ours."""

    channel: str
    chat: str
    event_id: str
    body: str
    at: datetime
    raw: bool = False

    def row(self) -> dict[str, Any]:
        """The same by name, as it is kept; ``asdict`` would copy every value deeply."""
        return {name: getattr(self, name) for name in Envelope.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(Envelope):
    """The same once it is claimed."""

    id: int


_RECEIVED = select(
    inbox.c.id, inbox.c.channel, inbox.c.chat, inbox.c.event_id, inbox.c.body, inbox.c.at, inbox.c.raw
)


@cache
def _claim(dialect: str) -> Any:
    return insert_into(dialect, inbox).on_conflict_do_nothing().returning(inbox.c.id)


async def claim(
    session: Session,
    *,
    channel: str,
    chat: str,
    event_id: str,
    body: str,
    at: datetime,
    raw: bool = False,
) -> int | None:
    """Take an event in and return its id; None where this chat's event was claimed before."""
    row = {"channel": channel, "chat": chat, "event_id": event_id, "body": body, "at": at, "raw": raw}
    row_id: int | None = await session.scalar(_claim(session.dialect.name), row)
    return row_id


async def claim_unanswered(session: Session, envelope: Envelope) -> int | None:
    """Claim an event in order to answer it right away; None where it was answered before."""
    claimed = await claim(session, **envelope.row())
    if claimed is not None:
        return claimed
    left = select(inbox.c.id).where(
        inbox.c.channel == envelope.channel,
        inbox.c.chat == envelope.chat,
        inbox.c.event_id == envelope.event_id,
        inbox.c.outcome.is_(None),
    )
    return await session.scalar(left)


_OPEN = update(inbox).where(inbox.c.id == bindparam("which"), inbox.c.outcome.is_(None))
_FINISH = _OPEN.values(outcome=bindparam("outcome")).returning(inbox.c.id)
_FINISH_REWORDED = _FINISH.values(body=bindparam("body"), raw=False)


async def pending(session: Session) -> list[Received]:
    """All that was claimed and not finished, in the order it came."""
    rows = await session.execute(_RECEIVED.where(inbox.c.outcome.is_(None)).order_by(inbox.c.id))
    return [Received(**row) for row in rows.mappings()]


async def finish(session: Session, inbox_id: int, *, outcome: str, body: str | None = None) -> bool:
    """Mark a message as answered; False where somebody else has answered it.

    A body given here is in our words. It replaces the one kept, which held what must not stay.
    """
    given = {"which": inbox_id, "outcome": outcome}
    if body is None:
        return await session.scalar(_FINISH, given) is not None
    return await session.scalar(_FINISH_REWORDED, given | {"body": body}) is not None


async def forget(session: Session, inbox_id: int) -> None:
    """What was claimed was meant for nobody here: nothing of it is kept."""
    await session.execute(delete(inbox).where(inbox.c.id == inbox_id, inbox.c.outcome.is_(None)))
