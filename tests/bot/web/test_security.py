from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.web.application import create
from bot.web.channel import WebChannel
from bot.web.security import HEADERS
from storage.database import Database
from tests.bot.web.conftest import Client, settings
from tests.fakes.web import ScriptedLanes, ScriptedService


@pytest.mark.parametrize("path", ["/", "/healthz", "/nowhere", "/chat/replies", "/assets/none/x.js"])
async def test_every_response_is_protected(client: Client, path: str) -> None:
    response = await client.get(path)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    assert "Server" not in response.headers
    assert "Strict-Transport-Security" not in response.headers


async def test_the_socket_is_protected_too(client: Client, origin: dict[str, str]) -> None:
    await client.get("/")
    socket = await client.ws_connect("/chat/socket", headers=origin)
    assert socket._response.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    await socket.close()


def test_the_policy_trusts_this_server_and_nothing_inline() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


async def test_over_https_browsers_are_told_to_stay_there(tmp_path: Path, sqlite_database: Database) -> None:
    channel = WebChannel()
    service = ScriptedService(
        settings(tmp_path, origin="https://hoi.xa.gov.vn"),
        sqlite_database,
        ScriptedLanes(sqlite_database, channel),
    )
    async with TestClient(TestServer(create(service, channel))) as client:
        response = await client.get("/")
    assert "max-age" in response.headers["Strict-Transport-Security"]
    assert response.cookies["__Host-motcua"]["secure"]
