"""What was said on both sides of a chat, in the order in which a person would read it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, func, literal, select

from storage.session import Session
from storage.tables import inbox, outbox


class Side(StrEnum):
    """Who spoke."""

    PERSON = "person"
    BOT = "bot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One line of the person (``id`` of the inbox) or one reply (``id`` of the outbox).

    ``event_id`` is the line's own, by which a channel knows it again; a reply has none.
    """

    id: int
    side: Side
    event_id: str
    body: str
    at: datetime


async def history(session: Session, channel: str, chat: str, limit: int) -> list[Spoken]:
    """The last ``limit`` things said, oldest first.

    A reply stands right after the line it answers, even where the person had already written on;
    a notice that answers nothing stands where it was made.
    """
    heard = _newest(_heard().where(inbox.c.channel == channel, inbox.c.chat == chat), inbox.c.id, limit)
    said = _newest(_said().where(outbox.c.channel == channel, outbox.c.chat == chat), outbox.c.id, limit)
    rows = [*(await session.execute(heard)), *(await session.execute(said))]
    rows.sort(key=lambda row: (row.turn_at, row.turn, row.side == Side.BOT, row.id))
    return [_spoken(row) for row in rows[-limit:]]


def _spoken(row: Row[*tuple[Any, ...]]) -> Spoken:
    return Spoken(id=row.id, side=Side(row.side), event_id=row.event_id, body=row.body, at=row.at)


def _newest(query: Select[*tuple[Any, ...]], row_id: Any, limit: int) -> Select[*tuple[Any, ...]]:
    return query.order_by(row_id.desc()).limit(limit)


def _heard() -> Select[*tuple[Any, ...]]:
    return select(
        inbox.c.id,
        literal(Side.PERSON.value).label("side"),
        inbox.c.event_id,
        inbox.c.body,
        inbox.c.at,
        inbox.c.at.label("turn_at"),
        inbox.c.id.label("turn"),
    )


def _said() -> Select[*tuple[Any, ...]]:
    return select(
        outbox.c.id,
        literal(Side.BOT.value).label("side"),
        literal("").label("event_id"),
        outbox.c.body,
        outbox.c.created_at.label("at"),
        func.coalesce(inbox.c.at, outbox.c.created_at).label("turn_at"),
        func.coalesce(inbox.c.id, 0).label("turn"),
    ).outerjoin_from(outbox, inbox, outbox.c.inbox_id == inbox.c.id)
