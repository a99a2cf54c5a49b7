import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from bot import alone as alone_module
from bot.alone import alone
from storage.database import Database
from tests.bot.engines import until


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone_module, "LOOK_EVERY", 0.05)


class Part:
    """Tells whether it runs."""

    def __init__(self, faults: int = 0) -> None:
        self.running = False
        self._faults = faults

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[None]:
        if self._faults:
            self._faults -= 1
            raise ConnectionError
        self.running = True
        yield
        self.running = False


async def test_one_of_two_processes_runs_it_and_the_other_takes_over(postgres_url: str) -> None:
    first, second = await Database.open(postgres_url), await Database.open(postgres_url)
    here, there = Part(), Part()
    async with AsyncExitStack() as others:
        async with alone(first.grip, "watching", here):
            await until(lambda: here.running)
            await others.enter_async_context(alone(second.grip, "watching", there))
            await asyncio.sleep(0.2)
            assert not there.running
        assert not here.running
        await until(lambda: there.running)
    await first.close()
    await second.close()


async def test_a_part_that_fails_is_tried_again(sqlite_database: Database) -> None:
    part = Part(faults=2)
    async with alone(sqlite_database.grip, "watching", part):
        await until(lambda: part.running)
    assert not part.running
