"""A service that is told to stop: a balancer sees it first, what was begun is finished, and it ends well."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession

from storage.backlog import backlog
from storage.database import Database
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import TOKEN, FakeTelegram

START = "from bot.cli.main import main; main()"
PATIENCE = 60
ASKED = 12


@asynccontextmanager
async def running(folder: Path, fake: FakeTelegram) -> AsyncIterator[Process]:
    settings = {
        "MOTCUA_DATA_DIR": str(folder),
        "MOTCUA_DATABASE_URL": "",
        "MOTCUA_PORT": "0",
        "MOTCUA_STOP_AFTER": "1",
        "MOTCUA_TELEGRAM_TOKEN": TOKEN,
        "MOTCUA_TELEGRAM_API": fake.url,
    }
    given = [sys.executable, "-c", START, "run"]
    process = await asyncio.create_subprocess_exec(*given, env={**os.environ, **settings}, stdout=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def address_of(process: Process) -> str:
    assert process.stdout is not None
    async for line in process.stdout:
        if b"http://" in line:
            return line.decode().split()[-1]
    raise AssertionError("it ended before it began")


async def until_not_ready(address: str) -> None:
    """Ask until the balancer would send nobody here any more: it must still answer then."""
    async with ClientSession() as session:
        while True:
            async with session.get(f"{address}readyz") as answer:
                if answer.status == 503:
                    return
            await asyncio.sleep(0.02)


async def test_it_is_not_ready_first_then_finishes_and_ends_well(tmp_path: Path) -> None:
    async with FakeTelegram.open() as fake, running(tmp_path, fake) as process:
        address = await asyncio.wait_for(address_of(process), PATIENCE)
        people = [Person(fake, chat=number, number=number) for number in range(1, ASKED + 1)]
        for person in people:
            await person.say("làm giấy khai sinh cho con cần gì")
        await fake.until(lambda: not fake.waiting)  # all taken, hardly any answered
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(until_not_ready(address), PATIENCE)
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
        assert [len(person.screen) for person in people] == [1] * ASKED
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'motcua.db'}")
    async with database.reading() as session:
        assert await backlog(session) == {"inbox": {}, "outbox": {}}
    await database.close()
