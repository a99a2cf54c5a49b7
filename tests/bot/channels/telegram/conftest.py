from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.api import Api, connected
from tests.conftest import SHARED
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.schema import Schema
from tests.fakes.telegram.server import TOKEN, FakeTelegram


@pytest.fixture(scope="session")
def schema() -> Schema | None:
    """Telegram's own description, where it lies beside us."""
    return Schema.beside(SHARED)


@pytest.fixture
async def fake(schema: Schema | None) -> AsyncIterator[FakeTelegram]:
    """A Bot API on a port; at the end no call may have been one that Telegram does not know."""
    async with FakeTelegram.open(schema) as fake:
        yield fake
    assert fake.wrong == []


@pytest.fixture
async def api(fake: FakeTelegram) -> AsyncIterator[Api]:
    async with connected(TOKEN, fake.url) as api:
        yield api


@pytest.fixture
def an(fake: FakeTelegram) -> Person:
    return Person(fake)
