import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from storage import chats, engines
from storage.database import Database
from storage.session import Session
from tests.fakes.keys import CIPHER
from tests.storage.moments import NOW


async def test_a_loop_has_its_turn_between_many_statements(sqlite_database: Database) -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(others())
    async with sqlite_database.writing() as session:
        before = turns
        for number in range(3000):
            await chats.save_state(session, "web", str(number), "{}", NOW)
        assert turns > before + 2
    task.cancel()


def other_writer(url: str) -> sqlite3.Connection:
    other = sqlite3.connect(url.partition("///")[2], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


async def test_a_writer_waits_for_another_process_without_stopping_the_loop(
    sqlite_url: str, sqlite_database: Database
) -> None:
    other = other_writer(sqlite_url)
    writing = asyncio.create_task(sqlite_database.together(_save))
    await asyncio.sleep(0.05)  # the loop goes on meanwhile, or this would never return
    assert not writing.done()
    other.execute("COMMIT")
    await asyncio.wait_for(writing, 20)
    other.close()


async def test_patience_ends(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = await Database.open(sqlite_url, CIPHER)
    other = other_writer(sqlite_url)
    monkeypatch.setattr(engines, "PATIENCE", 0.02)
    with pytest.raises(OperationalError, match="locked"):
        await database.together(_save)
    other.close()
    await database.close()


async def test_a_commit_is_whole_even_if_its_task_is_cancelled(sqlite_database: Database) -> None:
    for _ in range(20):
        task = asyncio.create_task(_save_alone(sqlite_database))
        for _ in range(3):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await sqlite_database.together(_save)
    async with sqlite_database.reading() as session:
        assert await chats.load_state(session, "web", "a") == "{}"


async def _save_alone(database: Database) -> None:
    async with database.writing() as session:
        await _save(session)


async def _save(session: Session) -> None:
    await chats.save_state(session, "web", "a", "{}", NOW)


async def test_the_file_is_an_ordinary_one(sqlite_url: str, sqlite_database: Database) -> None:
    await sqlite_database.together(_save)
    with sqlite3.connect(Path(sqlite_url.partition("///")[2])) as reader:
        assert reader.execute("select chat from chats").fetchall() == [("a",)]
    reader.close()
