"""What is asked around here: how often a procedure was answered, by day and place. Nobody's name is in it."""

from datetime import date, timedelta
from functools import cache
from typing import Any, Final
from zlib import crc32

from sqlalchemy import delete, func, select

from storage.session import Session
from storage.tables import asked
from storage.upsert import insert_into

KEPT: Final = timedelta(days=90)
"""How long a count is kept."""

SLOTS: Final = 16
"""Rows that share one count, so that chats which ask the same at once do not wait for each other."""


@cache
def _note(dialect: str) -> Any:
    counted = [asked.c.day, asked.c.province, asked.c.commune, asked.c.code, asked.c.slot]
    once_more = {"times": asked.c.times + 1}
    return insert_into(dialect, asked).on_conflict_do_update(index_elements=counted, set_=once_more)


async def note(session: Session, *, day: date, province: str, commune: str, code: str, chat: str) -> None:
    """Count one answer. The chat only chooses which of the rows it is counted in, and is not kept."""
    slot = crc32(chat.encode()) % SLOTS
    row = {"day": day, "province": province, "commune": commune, "code": code, "slot": slot, "times": 1}
    await session.execute(_note(session.dialect.name), row)


async def most(
    session: Session, *, since: date, province: str, commune: str, least: int, limit: int
) -> list[str]:
    """The codes answered most since a day, and at least so often; without a commune, of all the province.

    Without a province, of everywhere.
    """
    here = {"province": province, "commune": commune}
    query = select(asked.c.code).where(asked.c.day >= since)
    for name, value in here.items():
        if value:
            query = query.where(asked.c[name] == value)
    times = func.sum(asked.c.times)
    query = query.group_by(asked.c.code).having(times >= least).order_by(times.desc(), asked.c.code)
    return list(await session.scalars(query.limit(limit)))


async def forget(session: Session, today: date) -> None:
    """Delete counts that are past their time."""
    await session.execute(delete(asked).where(asked.c.day < today - KEPT))
