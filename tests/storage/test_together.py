import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from storage import chats
from storage.database import Database
from storage.session import Session
from storage.together import Together
from tests.storage.moments import NOW


async def state(database: Database, chat: str) -> str | None:
    async with database.reading() as session:
        return await chats.load_state(session, "web", chat)


async def save(database: Database, chat: str, *, fault: Exception | None = None) -> str:
    async def work(session: Session) -> str:
        await chats.save_state(session, "web", chat, "{}", NOW)
        if fault:
            raise fault
        return chat

    return await database.together(work)


async def test_each_piece_is_kept_and_gives_its_own(database: Database) -> None:
    assert await asyncio.gather(*(save(database, chat) for chat in "abc")) == ["a", "b", "c"]
    assert [await state(database, chat) for chat in "abc"] == ["{}"] * 3


async def test_a_piece_that_fails_is_undone_and_nobody_elses(database: Database) -> None:
    tried = await asyncio.gather(
        save(database, "a"),
        save(database, "b", fault=ValueError()),
        save(database, "c"),
        return_exceptions=True,
    )
    assert [tried[0], type(tried[1]), tried[2]] == ["a", ValueError, "c"]
    assert [await state(database, chat) for chat in "abc"] == ["{}", None, "{}"]


class Counted:
    """Transactions of a database, counted; one fault ends a transaction at its commit."""

    def __init__(self, database: Database, fault: Exception | None = None) -> None:
        self.count = 0
        self._database = database
        self._fault = fault

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Session]:
        self.count += 1
        async with self._database.writing() as session:
            yield session
            if self._fault:
                raise self._fault


async def nothing(session: Session) -> None:
    """No work at all."""


async def test_who_waits_at_the_same_moment_shares_a_transaction(sqlite_database: Database) -> None:
    counted = Counted(sqlite_database)
    together = Together(counted.writing)
    await asyncio.gather(*(together.do(nothing) for _ in range(20)))
    assert counted.count == 1
    await together.do(nothing)
    assert counted.count == 2


async def test_what_could_not_be_committed_fails_for_all_of_them(sqlite_database: Database) -> None:
    together = Together(Counted(sqlite_database, ConnectionError()).writing)
    tried = await asyncio.gather(*(together.do(nothing) for _ in range(3)), return_exceptions=True)
    assert [type(one) for one in tried] == [ConnectionError] * 3


async def test_a_memory_that_cannot_be_opened_is_told_to_whoever_asked() -> None:
    def away() -> AbstractAsyncContextManager[Session]:
        raise ConnectionError

    together = Together(away)
    for _ in range(2):
        with pytest.raises(ConnectionError):
            await together.do(nothing)


async def test_somebody_who_gives_up_harms_nobody(sqlite_database: Database) -> None:
    first = asyncio.create_task(save(sqlite_database, "a"))
    second = asyncio.create_task(save(sqlite_database, "b"))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == "b"


async def test_what_is_urgent_goes_before_the_others_in_its_own_order(sqlite_database: Database) -> None:
    together, done = Together(sqlite_database.writing), list[str]()

    async def put(name: str, *, first: bool = False) -> None:
        async def work(_: Session) -> None:
            done.append(name)

        await together.do(work, first=first)

    await asyncio.gather(put("a"), put("b"), put("c", first=True), put("d", first=True))

    assert "".join(done) == "cdab"
