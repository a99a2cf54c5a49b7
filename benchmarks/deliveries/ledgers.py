"""What stands in a database after the deliveries, in a form that two databases can be compared by."""

from collections import Counter
from typing import Any, Final

from sqlalchemy import func, select

from storage.database import Database
from storage.tables import dossier_steps, dossiers, follows, notices, outbox

_OWN: Final = {"id"}
"""Columns that number rows: they tell in which order they were written, and nothing of a dossier."""

State = dict[str, Any]


async def state(database: Database) -> State:
    """Every dossier by its key, with its history."""
    columns = [column for column in dossiers.columns if column.name not in _OWN]
    steps = dossier_steps.c
    history = select(dossiers.c.key, steps.at, steps.status, steps.office, steps.text).join_from(
        dossiers, dossier_steps, dossiers.c.id == steps.dossier_id
    )
    async with database.reading() as session:
        found: State = {
            row["key"]: (dict(row), set()) for row in (await session.execute(select(*columns))).mappings()
        }
        for row in await session.execute(history):
            found[row.key][1].add(tuple(row))
    return found


async def told(database: Database) -> Counter[tuple[str, str]]:
    """What each follower was queued to be told, by chat and change."""
    query = select(follows.c.chat, notices.c.change).join_from(
        notices, follows, notices.c.follow_id == follows.c.id
    )
    async with database.reading() as session:
        return Counter((row.chat, row.change) for row in await session.execute(query))


async def untold(database: Database) -> int:
    """Notices that stand in no reply."""
    query = select(func.count()).select_from(notices).where(notices.c.outbox_id.is_(None))
    async with database.reading() as session:
        return await session.scalar(query) or 0


async def unfounded(database: Database) -> int:
    """Replies that no notice stands in: told twice, or told of nothing."""
    known = select(notices.c.outbox_id).where(notices.c.outbox_id.is_not(None))
    query = select(func.count()).select_from(outbox).where(outbox.c.id.not_in(known))
    async with database.reading() as session:
        return await session.scalar(query) or 0
