import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.telegram.api import Api
from bot.channels.telegram.door import Door
from bot.channels.telegram.webhook import HEADER, webhook
from bot.channels.typing import Typing
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
    door = Door(api, lanes, sqlite_database, Typing(api.typing, after=60))
    application = web.Application(client_max_size=1024)
    application.add_routes(
        webhook(door, f"https://motcua.example/behind{PATH}", SECRET, lambda: None).routes()
    )
    async with TestClient(TestServer(application)) as client:
        yield client
    await door.close()


async def post(client: Client, body: str, secret: str = SECRET) -> int:
    headers = {HEADER: secret, "Content-Type": "application/json"}
    answer = await client.post(PATH, data=body, headers=headers)
    return answer.status


async def test_an_update_is_kept_before_it_is_answered(client: Client, lanes: Lanes) -> None:
    assert await post(client, json.dumps(line(31))) == 200
    assert [one.event_id for one in lanes.taken] == ["31"]


async def test_a_repeated_update_is_answered_as_if_it_were_new(client: Client, lanes: Lanes) -> None:
    for _ in range(2):
        assert await post(client, json.dumps(line(31))) == 200
    assert len(lanes.taken) == 1


async def test_without_the_secret_nobody_comes_in(client: Client, lanes: Lanes) -> None:
    assert await post(client, json.dumps(line(31)), secret="a-secret-of-ours-0002") == 403
    assert lanes.taken == []


async def test_one_that_cannot_be_read_is_not_asked_for_again(client: Client) -> None:
    assert await post(client, '{"update_id": 1, "message": {}}') == 200
