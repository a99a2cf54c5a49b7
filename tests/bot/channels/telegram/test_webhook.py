import json
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.telegram.api import Api
from bot.channels.telegram.door import Door
from bot.channels.telegram.typing import Typing
from bot.channels.telegram.webhook import BODY_LIMIT, HEADER, Webhook
from storage.database import Database
from tests.bot.channels.telegram.test_door import Lanes, line

SECRET = "a-secret-of-ours-0001"
PATH = "/telegram/motcua"

Client = TestClient[Any, Any]


@pytest.fixture
def lanes() -> Lanes:
    return Lanes()


@pytest.fixture
async def client(api: Api, lanes: Lanes, sqlite_database: Database) -> AsyncIterator[Client]:
    door = Door(api, lanes, sqlite_database, Typing(api, after=60))
    application = web.Application(client_max_size=1024)
    application.add_routes(Webhook(door, f"https://motcua.example/behind{PATH}", SECRET).routes())
    async with TestClient(TestServer(application)) as client:
        yield client
    await door.close()


async def post(
    client: Client, body: bytes | str | BytesIO, secret: str = SECRET, kind: str = "application/json"
) -> int:
    answer = await client.post(PATH, data=body, headers={HEADER: secret, "Content-Type": kind})
    return answer.status


async def test_an_update_is_kept_before_it_is_answered(client: Client, lanes: Lanes) -> None:
    assert await post(client, json.dumps(line(31))) == 200
    assert [one.event_id for one in lanes.taken] == ["31"]


async def test_a_repeated_update_is_answered_as_if_it_were_new(client: Client, lanes: Lanes) -> None:
    for _ in range(2):
        assert await post(client, json.dumps(line(31))) == 200
    assert len(lanes.taken) == 1


@pytest.mark.parametrize("secret", ["", "a-secret-of-ours-0002", "bí-mật"])
async def test_without_the_secret_nobody_comes_in(client: Client, lanes: Lanes, secret: str) -> None:
    assert await post(client, json.dumps(line(31)), secret=secret) == 403
    assert lanes.taken == []


async def test_what_is_no_update_is_refused(client: Client) -> None:
    assert await post(client, "no json") == 400
    assert await post(client, "[]") == 400
    assert await post(client, b"\xff") == 400
    assert await post(client, json.dumps(line(1)), kind="text/plain") == 415


async def test_a_long_update_is_taken_and_a_huge_one_is_not(client: Client, lanes: Lanes) -> None:
    assert await post(client, json.dumps(line(1, "ạ" * 4096))) == 200
    assert await post(client, BytesIO(b" " * (BODY_LIMIT + 1))) == 413
    assert len(lanes.taken) == 1


async def test_one_that_cannot_be_read_is_not_asked_for_again(client: Client) -> None:
    assert await post(client, '{"update_id": 1, "message": {}}') == 200
