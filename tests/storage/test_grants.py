import asyncio

from storage import grants
from storage.database import Database
from storage.grants import LEASE, Grant
from tests.storage.moments import NOW, later

FIRST = Grant(
    account="388",
    access="a1",
    refresh="r1",
    access_until=later(60),
    refresh_until=later(9999),
    renewed_at=NOW,
)
NAME = "zalo"


async def put(database: Database, grant: Grant = FIRST) -> None:
    async with database.writing() as session:
        await grants.put(session, NAME, grant)


async def lease(database: Database, minutes: float = 0) -> bool:
    async with database.writing() as session:
        return await grants.lease(session, NAME, later(minutes))


async def test_the_last_pair_is_kept(database: Database) -> None:
    async with database.reading() as session:
        assert await grants.get(session, NAME) is None
    await put(database)
    async with database.reading() as session:
        assert await grants.get(session, NAME) == FIRST


async def test_one_at_a_time_renews(database: Database) -> None:
    assert not await lease(database)
    await put(database)
    assert sorted(await asyncio.gather(*(lease(database) for _ in range(4)))) == [False] * 3 + [True]


async def test_a_lease_ends_with_the_new_pair_or_given_back_or_by_itself(database: Database) -> None:
    await put(database)
    assert await lease(database)
    await put(database)
    assert await lease(database)
    async with database.writing() as session:
        await grants.give_back(session, NAME)
    assert await lease(database)
    assert not await lease(database, LEASE.total_seconds() / 60 - 0.1)
    assert await lease(database, LEASE.total_seconds() / 60)
