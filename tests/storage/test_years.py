from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, text

from storage import years
from storage.database import Database
from storage.tables import dossier_steps
from tests.fakes.keys import CIPHER
from tests.storage.following import take
from tests.storage.samples import ACCEPTED, PROCESSING

NOW = datetime(2029, 6, 1, tzinfo=UTC)


@pytest.fixture
async def partitioned(postgres_url: str) -> AsyncIterator[Database]:
    opened = await Database.open(postgres_url, CIPHER)
    yield opened
    await opened.close()


async def known(database: Database) -> list[int]:
    async with database.reading() as session:
        return await years.of(session)


async def turned(database: Database, before: datetime) -> list[int]:
    async with database.writing() as session:
        await years.turn(session, NOW, before)
    return await known(database)


async def handled(database: Database, *moments: datetime) -> None:
    """Steps of the sample dossier at these moments."""
    await take(database, ACCEPTED)
    async with database.writing() as session:
        for at in moments:
            row = {"dossier_id": 1, "at": at, "status": 4, "office": "", "text": "", "digest": str(at)}
            await session.execute(insert(dossier_steps).values(row))


async def stands(database: Database) -> list[tuple[str, int]]:
    """In which partition the steps stand, by their years."""
    query = text("select tableoid::regclass::text, extract(year from at)::int from dossier_steps order by at")
    async with database.reading() as session:
        return [(row[0], row[1]) for row in await session.execute(query)]


async def test_sqlite_keeps_all_years_in_one_table(sqlite_database: Database) -> None:
    assert await turned(sqlite_database, NOW) == []
    await handled(sqlite_database, NOW)
    async with sqlite_database.reading() as session:
        assert len((await session.execute(select(dossier_steps))).all()) == 1


async def test_a_new_database_begins_with_its_first_years(partitioned: Database) -> None:
    assert await known(partitioned) == list(years.FIRST)


async def test_this_year_and_the_next_get_room_and_what_came_early_moves_in(partitioned: Database) -> None:
    early = datetime(2030, 1, 1, tzinfo=UTC)
    await handled(partitioned, datetime(2019, 5, 5, tzinfo=UTC), datetime(2026, 5, 5, tzinfo=UTC), early)
    assert await turned(partitioned, datetime(2025, 1, 1, tzinfo=UTC)) == [*years.FIRST, 2029, 2030]
    assert await turned(partitioned, datetime(2025, 1, 1, tzinfo=UTC)) == [*years.FIRST, 2029, 2030]
    assert await stands(partitioned) == [
        ("dossier_steps_others", 2019),
        ("dossier_steps_2026", 2026),
        ("dossier_steps_2030", 2030),
    ]


async def test_a_year_goes_only_when_it_is_past_and_empty(partitioned: Database) -> None:
    await handled(partitioned, datetime(2026, 5, 5, tzinfo=UTC))
    assert await turned(partitioned, datetime(2028, 1, 1, tzinfo=UTC)) == [2026, 2029, 2030]
    await take(partitioned, PROCESSING)
    async with partitioned.reading() as session:
        assert len((await session.execute(select(dossier_steps))).all()) == 2


async def test_steps_go_with_their_dossier(database: Database) -> None:
    await handled(database, NOW)
    async with database.writing() as session:
        await session.execute(text("delete from dossiers"))
        assert (await session.execute(select(dossier_steps))).all() == []
