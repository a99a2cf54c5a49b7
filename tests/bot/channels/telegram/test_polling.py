import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.telegram.api import Api, Raw
from bot.channels.telegram.door import Door
from bot.channels.telegram.polling import Polling
from bot.channels.typing import Typing
from storage.database import Database
from tests.bot.channels.telegram.test_door import Lanes
from tests.fakes.telegram import faults
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import FakeTelegram


class Fragile(Door):
    """Cannot keep the updates of its first tries."""

    faults = 0

    async def take(self, raw: Raw) -> None:
        if self.faults:
            self.faults -= 1
            raise ConnectionError
        await super().take(raw)


@pytest.fixture
def lanes() -> Lanes:
    return Lanes()


@pytest.fixture
def door(api: Api, lanes: Lanes, sqlite_database: Database) -> Fragile:
    return Fragile(api, lanes, sqlite_database, Typing(api.typing, after=60))


@asynccontextmanager
async def running(api: Api, door: Door) -> AsyncIterator[None]:
    task = asyncio.create_task(Polling(api, door, held=1, waits=(0.0,)).run())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await door.close()


async def until_taken(fake: FakeTelegram, lanes: Lanes, *texts: str) -> None:
    await fake.until(lambda: lanes.texts == list(texts) and not fake.waiting)


async def test_what_is_said_comes_in_order_and_is_confirmed(
    api: Api, door: Fragile, lanes: Lanes, fake: FakeTelegram, an: Person
) -> None:
    await an.say("một")
    async with running(api, door):
        await an.say("hai")
        await until_taken(fake, lanes, "một", "hai")


async def test_what_could_not_be_kept_is_not_confirmed(
    api: Api, door: Fragile, lanes: Lanes, fake: FakeTelegram, an: Person
) -> None:
    door.faults = 2
    await an.say("một")
    async with running(api, door):
        await until_taken(fake, lanes, "một")


@pytest.mark.parametrize(
    "fault",
    [faults.OTHER_POLLER, faults.flood(0), Fault(code=502, text="Bad Gateway"), Fault(cut=True)],
    ids=lambda fault: str(fault.code),
)
async def test_it_asks_again_after_a_failure(
    api: Api, door: Fragile, lanes: Lanes, fake: FakeTelegram, an: Person, fault: Fault
) -> None:
    fake.fail("getUpdates", fault)
    await an.say("một")
    async with running(api, door):
        await until_taken(fake, lanes, "một")


async def test_another_poller_is_named_in_the_log(
    api: Api, door: Fragile, lanes: Lanes, fake: FakeTelegram, an: Person, caplog: pytest.LogCaptureFixture
) -> None:
    fake.fail("getUpdates", faults.OTHER_POLLER)
    await an.say("một")
    async with running(api, door):
        await until_taken(fake, lanes, "một")
    assert "terminated by other getUpdates request" in caplog.text
