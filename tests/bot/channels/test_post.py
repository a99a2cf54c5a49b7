import json
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.post import BODY_LIMIT, Post

HEADER = "X-Secret"
SECRET = "a-secret-of-ours-0001"
PATH = "/channel/motcua"

Client = TestClient[Any, Any]


class Keeper:
    """Keeps events, or is away."""

    def __init__(self) -> None:
        self.kept: list[dict[str, object]] = []
        self.refused = 0
        self.away = False

    def refuse(self) -> None:
        self.refused += 1

    async def take(self, event: dict[str, object]) -> None:
        if self.away:
            raise ConnectionError
        self.kept.append(event)


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
async def client(keeper: Keeper) -> AsyncIterator[Client]:
    application = web.Application(client_max_size=1024)
    url = f"https://motcua.example/behind{PATH}"
    post = Post(keeper.take, url=url, header=HEADER, secret=SECRET, refused=keeper.refuse)
    application.add_routes(post.routes())
    async with TestClient(TestServer(application)) as client:
        yield client


async def post(
    client: Client, body: bytes | str | BytesIO, secret: str = SECRET, kind: str = "application/json"
) -> int:
    answer = await client.post(PATH, data=body, headers={HEADER: secret, "Content-Type": kind})
    return answer.status


async def test_an_event_is_kept_before_it_is_answered(client: Client, keeper: Keeper) -> None:
    assert await post(client, '{"a": 1}') == 200
    assert keeper.kept == [{"a": 1}]


async def test_what_could_not_be_kept_is_asked_for_again(client: Client, keeper: Keeper) -> None:
    keeper.away = True
    assert await post(client, "{}") == 500


@pytest.mark.parametrize("secret", ["", "a-secret-of-ours-0002", "bí-mật"])
async def test_without_the_secret_nobody_comes_in(client: Client, keeper: Keeper, secret: str) -> None:
    assert await post(client, "{}", secret=secret) == 403
    assert keeper.kept == []
    assert keeper.refused == 1


@pytest.mark.parametrize("body", ["no json", "[]", b"\xff"])
async def test_what_is_no_event_is_refused(client: Client, body: str | bytes) -> None:
    assert await post(client, body) == 400


async def test_another_kind_of_body_is_refused(client: Client) -> None:
    assert await post(client, "{}", kind="text/plain") == 415


async def test_a_long_event_is_taken_and_a_huge_one_is_not(client: Client, keeper: Keeper) -> None:
    assert await post(client, json.dumps({"text": "ạ" * 4096})) == 200
    assert await post(client, BytesIO(b" " * (BODY_LIMIT + 1))) == 413
    assert len(keeper.kept) == 1
