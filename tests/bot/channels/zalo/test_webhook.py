import json
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.post import BODY_LIMIT
from bot.channels.zalo.webhook import PATH, Webhook
from storage.database import Database
from tests.bot.channels.zalo.test_door import House
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.pusher import SECONDS, signed
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of

Client = TestClient[Any, Any]


@pytest.fixture
def house(sqlite_database: Database) -> House:
    return House(sqlite_database)


def webhook(house: House, status: int = 200) -> Webhook:
    return Webhook(account_of(FakeZalo()), house.door, status, lambda: None)


@pytest.fixture
async def client(house: House) -> AsyncIterator[Client]:
    async with served(webhook(house)) as client:
        yield client


def served(one: Webhook) -> Client:
    application = web.Application(client_max_size=1024)
    application.add_routes(one.routes())
    return TestClient(TestServer(application))


@pytest.fixture
def zalo(client: Client) -> FakeZalo:
    fake = FakeZalo()
    fake.pusher.webhook = str(client.make_url(PATH))
    return fake


async def test_an_event_is_kept_before_it_is_answered(zalo: FakeZalo, house: House) -> None:
    assert await Person(zalo).say("khai sinh") == 200
    assert house.texts == ["khai sinh"]
    assert zalo.pusher.slowest < SECONDS


@pytest.mark.parametrize("body", ["{}", "", " {} "])
async def test_the_unsigned_test_post_is_answered_and_does_nothing(house: House, body: str) -> None:
    """Also where what is signed wrongly is refused: else the address could not be saved."""
    one = webhook(house, 401)
    async with served(one) as client:
        assert (await client.post(PATH, data=body)).status == 200
    assert (one.refused, house.texts) == (0, [])


@pytest.mark.parametrize("changed", [{"prefix": ""}, {"header_time": "1795312800000"}])
async def test_every_signature_of_zalo_is_known(
    zalo: FakeZalo, house: House, changed: dict[str, str]
) -> None:
    sides = {"sender": {"id": "7"}, "recipient": {"id": "388613280878808645"}}
    event = zalo.event("user_send_text", **sides, message={"text": "chào", "msg_id": "1"})
    assert await zalo.pusher.push(event, **changed) == 200
    assert house.texts == ["chào"]


@pytest.mark.parametrize("status", [200, 401, 403])
async def test_a_wrong_signature_is_counted_and_never_acted_on(
    house: House, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    one = webhook(house, status)
    async with served(one) as client:
        for _ in range(5):
            answer = await client.post(PATH, data='{"event_name":"user_send_text"}')
            assert answer.status == status
    assert one.refused == 5
    assert house.texts == []
    assert [record.args for record in caplog.records] == [(1,), (2,), (4,)]


async def test_a_retry_harms_nobody(zalo: FakeZalo, house: House) -> None:
    await Person(zalo).say("khai sinh")
    event = zalo.event("user_send_text", sender={"id": "7"}, recipient={"id": "388613280878808645"})
    raw = json.dumps(event | {"message": {"text": "chào", "msg_id": "1"}}).encode()
    for _ in range(3):
        assert await zalo.pusher.bring(raw, event) == 200
    assert house.texts == ["khai sinh", "chào"]


async def test_what_is_signed_and_means_nothing_is_answered_too(client: Client) -> None:
    for raw in (b"[]", b'{"event_name":"moon_rises"}', b'{"event_name":"create_group","group_id":"1"}'):
        answer = await client.post(PATH, data=raw, headers=signed(raw, "", header_time="1"))
        assert answer.status == 200


async def test_where_keeping_fails_zalo_is_told(zalo: FakeZalo, house: House) -> None:
    house.lanes.away = True
    assert await Person(zalo).say("khai sinh") == 500


async def test_a_huge_body_is_not_read(client: Client) -> None:
    assert (await client.post(PATH, data=BytesIO(b" " * (BODY_LIMIT + 1)))).status == 413
