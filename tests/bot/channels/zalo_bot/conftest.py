from collections.abc import AsyncIterator

import pytest

from bot.channels.zalo_bot.api import Api, connected
from tests.fakes.zalo_bot.person import Person
from tests.fakes.zalo_bot.server import TOKEN, FakeZaloBot


@pytest.fixture
async def fake() -> AsyncIterator[FakeZaloBot]:
    """A Zalo Bot Platform on a port; at the end no call may have been one that it does not know."""
    async with FakeZaloBot.open() as fake:
        yield fake
    assert fake.wrong == []


@pytest.fixture
async def api(fake: FakeZaloBot) -> AsyncIterator[Api]:
    async with connected(TOKEN, fake.url) as api:
        yield api


@pytest.fixture
def an(fake: FakeZaloBot) -> Person:
    return Person(fake)
