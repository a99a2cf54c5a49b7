from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.channels.zalo.api import Api
from bot.channels.zalo.tokens import Tokens
from storage.database import Database
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of, logged_in


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    """Zalo on a port; at the end no call may have been one that Zalo does not know."""
    async with FakeZalo.open() as fake:
        yield fake
    assert fake.wrong == []


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as http:
        yield http


@pytest.fixture
async def tokens(fake: FakeZalo, sqlite_database: Database, http: ClientSession) -> Tokens:
    return await logged_in(fake, sqlite_database, http)


@pytest.fixture
def api(fake: FakeZalo, tokens: Tokens, http: ClientSession) -> Api:
    return Api(account_of(fake), tokens, http)


@pytest.fixture
def an(fake: FakeZalo) -> Person:
    return Person(fake, phone="84912345678")
