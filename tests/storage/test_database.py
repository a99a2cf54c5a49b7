import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import chats
from storage.database import Database
from storage.errors import DatabaseAddressError, DatabaseUnreachableError
from tests.fakes.keys import CIPHER
from tests.storage.counting import COUNTER
from tests.storage.moments import NOW


async def state(database: Database) -> str | None:
    async with database.reading() as session:
        return await chats.load_state(session, *COUNTER)


async def counted(url: str) -> str | None:
    database = await Database.open(url, CIPHER)
    try:
        return await state(database)
    finally:
        await database.close()


async def save(database: Database, value: str) -> None:
    async with database.writing() as session:
        await chats.save_state(session, *COUNTER, value, NOW)


async def save_and_fail(database: Database) -> None:
    async with database.writing() as session:
        await chats.save_state(session, *COUNTER, "lost", NOW)
        raise InterruptedError


async def save_while_reading(database: Database) -> None:
    async with database.reading() as session:
        await chats.save_state(session, *COUNTER, "sneaked in", NOW)


async def test_writing_commits_at_the_end(database: Database) -> None:
    await save(database, "kept")
    assert await state(database) == "kept"


async def test_writing_rolls_back_on_an_error(database: Database) -> None:
    await save(database, "kept")
    with pytest.raises(InterruptedError):
        await save_and_fail(database)
    assert await state(database) == "kept"


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await save_while_reading(database)
    assert await state(database) is None


async def test_reading_sees_one_state_while_others_write(database: Database) -> None:
    await save(database, "before")
    async with database.reading() as session:
        first = await chats.load_state(session, *COUNTER)
        await save(database, "after")
        assert await chats.load_state(session, *COUNTER) == first == "before"
    assert await state(database) == "after"


async def test_writers_of_one_process_lose_nothing(database: Database) -> None:
    async def add_one() -> None:
        async with database.writing() as session:
            found = int(await chats.load_state(session, *COUNTER) or 0)
            await asyncio.sleep(0)
            await chats.save_state(session, *COUNTER, str(found + 1), NOW)

    await asyncio.gather(*(add_one() for _ in range(25)))
    assert await state(database) == "25"


def test_two_processes_that_read_and_write_at_once_lose_nothing(database_url: str) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-m", "tests.storage.counting", database_url, "60"])
        for _ in range(2)
    ]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    assert asyncio.run(counted(database_url)) == "120"


async def test_it_is_all_there_after_a_restart(database_url: str) -> None:
    for value in ("first", "second"):
        database = await Database.open(database_url, CIPHER)
        await save(database, value)
        await database.close()
    database = await Database.open(database_url, CIPHER)
    assert await state(database) == "second"
    await database.close()


async def test_an_address_of_no_use_is_told_as_such() -> None:
    with pytest.raises(DatabaseAddressError):
        await Database.open("nonsense")


async def test_an_unreachable_database_says_so_without_a_password() -> None:
    with pytest.raises(DatabaseUnreachableError, match="does not answer") as caught:
        await Database.open("postgresql://name:s3cret@127.0.0.1:1/base")
    assert "s3cret" not in str(caught.value)


async def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    file = tmp_path / "motcua.db"
    file.write_text("Một Cửa " * 1000)
    with pytest.raises(DatabaseUnreachableError, match="not a database"):
        await Database.open(f"sqlite:///{file}")


async def test_an_error_tells_nothing_of_what_was_to_be_stored(database: Database) -> None:
    statement = text("insert into nowhere values (:phone)")
    async with database.writing() as session:
        with pytest.raises(DBAPIError) as caught:
            await session.execute(statement, {"phone": "0900000123"})
        await session.rollback()
    assert "0900000123" not in str(caught.value)
