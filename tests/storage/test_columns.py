from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from storage.columns import Moment
from storage.engines import build
from tests.storage.moments import NOW

TABLE = Table("moments", MetaData(), Column("at", Moment))


async def through(url: str, moment: datetime | None) -> datetime | None:
    """Store a moment and read it back."""
    engines = build(url)
    try:
        async with engines.writer.begin() as connection:
            await connection.run_sync(TABLE.metadata.create_all)
            await connection.execute(insert(TABLE).values(at=moment))
            found: datetime | None = await connection.scalar(select(TABLE.c.at))
            return found
    finally:
        await engines.dispose()


@pytest.mark.parametrize("hours", [0, 7, -11])
async def test_a_moment_of_any_zone_comes_back_in_utc(database_url: str, hours: int) -> None:
    found = await through(database_url, NOW.astimezone(timezone(timedelta(hours=hours))))
    assert found == NOW
    assert found.utcoffset() == timedelta(0)


async def test_microseconds_stay(database_url: str) -> None:
    moment = NOW.replace(microsecond=123456)
    assert await through(database_url, moment) == moment


async def test_nothing_stays_nothing(database_url: str) -> None:
    assert await through(database_url, None) is None


async def test_a_moment_without_a_zone_is_refused(database_url: str) -> None:
    with pytest.raises(StatementError, match="needs a time zone"):
        await through(database_url, NOW.replace(tzinfo=None))
