import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.settings import Settings
from bot.web.application import create
from bot.web.channel import WebChannel
from storage.database import Database
from tests.fakes.web import ScriptedLanes, ScriptedService

Client = TestClient[Any, Any]


def settings(tmp_path: Path, **given: Any) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, **given)


@pytest.fixture
def channel() -> WebChannel:
    return WebChannel()


@pytest.fixture
def service(tmp_path: Path, sqlite_database: Database, channel: WebChannel) -> ScriptedService:
    lanes = ScriptedLanes(sqlite_database, channel)
    return ScriptedService(settings(tmp_path), sqlite_database, lanes)


@pytest.fixture
async def client(service: ScriptedService, channel: WebChannel) -> AsyncIterator[Client]:
    async with TestClient(TestServer(create(service, channel))) as client:
        yield client


@pytest.fixture
def origin(client: Client) -> dict[str, str]:
    """The header by which a browser says that it speaks for our own page."""
    return {"Origin": str(client.make_url("/")).rstrip("/")}


Say = Callable[..., Awaitable[ClientResponse]]


@pytest.fixture
async def say(client: Client, origin: dict[str, str]) -> Say:
    """Posts a line as a browser does that has loaded the page."""
    await client.get("/")

    async def post(**line: object) -> ClientResponse:
        return await client.post("/chat/lines", json={"event": "event-0001"} | line, headers=origin)

    return post


async def heard(client: Client, after: int = 0) -> list[dict[str, Any]]:
    response = await client.get("/chat/replies", params={"after": str(after)})
    events: list[dict[str, Any]] = (await response.json())["events"]
    return events


def assets_of(page: str) -> list[str]:
    return re.findall(r'(?:href|src)="(/assets/[^"]+)"', page)
