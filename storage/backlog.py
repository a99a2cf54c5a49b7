"""How much waits: messages that nobody has answered, replies that no channel has taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, func, select
from sqlalchemy.sql.elements import ColumnElement

from storage.session import Session
from storage.tables import grants, inbox, outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """So many, the oldest of them since then."""

    count: int
    since: datetime


async def backlog(session: Session) -> Mapping[str, Mapping[str, Waiting]]:
    """What waits, by ``inbox`` and ``outbox`` and then by channel. Only what is open is read."""
    return {
        "inbox": await _by_channel(session, inbox, inbox.c.at, inbox.c.outcome.is_(None)),
        "outbox": await _by_channel(session, outbox, outbox.c.created_at, outbox.c.due_at.is_not(None)),
    }


async def renewed(session: Session) -> Mapping[str, datetime]:
    """When the tokens of each account were renewed last, by the account's name here."""
    rows = await session.execute(select(grants.c.name, grants.c.renewed_at))
    return {row.name: row.renewed_at for row in rows}


async def _by_channel(
    session: Session, table: Table, since: ColumnElement[datetime], still_open: ColumnElement[bool]
) -> Mapping[str, Waiting]:
    query = select(table.c.channel, func.count(), func.min(since)).where(still_open)
    rows = await session.execute(query.group_by(table.c.channel))
    return {channel: Waiting(count=count, since=oldest) for channel, count, oldest in rows}
