from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.meter import Meter
from bot.web.metrics import Metrics
from storage import outbox
from storage.database import Database
from tests.bot.web.conftest import Client

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)
TOKEN = "a-token-for-prometheus"

Opened = Callable[[str], AbstractAsyncContextManager[Client]]


@pytest.fixture
def opened(sqlite_database: Database) -> Opened:
    @asynccontextmanager
    async def open_with(token: str) -> AsyncIterator[Client]:
        application = web.Application()
        application.add_routes(Metrics(Meter(), sqlite_database, token, clock=lambda: AT).routes())
        async with TestClient(TestServer(application)) as client:
            yield client

    return open_with


async def test_what_waits_is_read_when_somebody_looks(opened: Opened, sqlite_database: Database) -> None:
    async with sqlite_database.writing() as session:
        await outbox.add(session, channel="telegram", chat="an", inbox_id=None, body="{}", now=AT)
    async with opened("") as client:
        answer = await client.get("/metrics")
        text = await answer.text()
    assert answer.status == 200
    assert 'motcua_waiting{box="outbox",channel="telegram"} 1.0' in text
    assert "python_info" not in text


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
async def test_a_proxy_of_this_machine_lets_nobody_in(opened: Opened, name: str) -> None:
    async with opened("") as client:
        assert (await client.get("/metrics", headers={name: "203.0.113.9"})).status == 403


@pytest.mark.parametrize("shown", ["", TOKEN, "Bearer wrong", "Bearer bí-mật"])
async def test_with_a_token_set_nothing_else_opens_it(opened: Opened, shown: str) -> None:
    async with opened(TOKEN) as client:
        assert (await client.get("/metrics", headers={"Authorization": shown})).status == 403


async def test_the_token_opens_it_also_through_a_proxy(opened: Opened) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", "X-Forwarded-For": "203.0.113.9"}
    async with opened(TOKEN) as client:
        assert (await client.get("/metrics", headers=headers)).status == 200
