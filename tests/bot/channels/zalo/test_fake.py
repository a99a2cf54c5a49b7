"""The fake is held to a client that we did not write (zalo-sdk), and to what is known of Zalo."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import requests
import zalo_sdk
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from zalo_sdk.oa import ZaloAttachment, ZaloMessageBody, ZaloRecipient
from zalo_sdk.oa.Client import Client
from zalo_sdk.zns.Client import Client as Templates

from bot.channels.zalo.oauth import consent
from tests.fakes.zalo.faults import Fault
from tests.fakes.zalo.granting import APP_ID, APP_SECRET, OA_ID
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.pusher import RETRIES
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of

THEIRS = "https://oauth.zaloapp.com"


@pytest.fixture
def client(fake: FakeZalo) -> Client:
    access, refresh = fake.granting.first()
    return Client(APP_ID, APP_SECRET, access, refresh, endpoint_prefix=fake.url)


@pytest.fixture
def templates(fake: FakeZalo, client: Client) -> Templates:
    return Templates(APP_ID, APP_SECRET, client.access_token, "", endpoint_prefix=fake.url)


@pytest.fixture(autouse=True)
def _at_home(fake: FakeZalo, monkeypatch: pytest.MonkeyPatch) -> None:
    """zalo-sdk writes the address of OAuth into its code."""
    post = requests.post
    monkeypatch.setattr(requests, "post", lambda url, **more: post(url.replace(THEIRS, fake.url), **more))


async def call(work: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """zalo-sdk waits; the fake answers meanwhile."""
    return await asyncio.to_thread(work, *given, **named)


async def say(client: Client, user: str, text: str, attachment: object = None) -> Any:
    recipient = ZaloRecipient(user_id=user)
    body = ZaloMessageBody(text=text, attachment=attachment)
    return await call(client.send_message, recipient, body)


def under(**payload: Any) -> Any:
    return ZaloAttachment("template", payload)


@pytest.fixture
def an(fake: FakeZalo) -> Person:
    an = Person(fake, phone="84912345678")
    fake.citizen(an.id).spoke_at = fake.now
    return an


async def test_it_takes_words_and_buttons(client: Client, an: Person) -> None:
    buttons = [{"title": "Tra cứu", "type": "oa.query.show", "payload": "#tracuu"}]
    answer = await say(client, an.id, "Chào", under(buttons=buttons))
    assert answer["data"]["user_id"] == an.id
    assert (an.last.text, an.last.buttons) == ("Chào", buttons)


async def test_it_knows_people(client: Client, an: Person, fake: FakeZalo) -> None:
    detail = await call(client.get_user_detail, an.id)
    assert detail["data"]["user_id"] == an.id
    quota = await call(client.get_zalo_user_quotas, an.id)
    assert int(quota["data"]["last_interaction"]) == fake.now.timestamp() * 1000
    assert (await call(client.get_zalo_oa_quotas, "OA", "cs"))["data"]["remain"] == 10


async def test_it_takes_pictures_and_documents(client: Client, an: Person) -> None:
    laid = await call(client.upload_file, b"\x89PNG...", "image", "a.png", "image/png")
    shown = [{"media_type": "image", "attachment_id": laid["data"]["attachment_id"]}]
    await say(client, an.id, "xem", under(template_type="media", elements=shown))
    laid = await call(client.upload_file, b"%PDF", "file", "a.pdf", "application/pdf")
    await say(client, an.id, "xem", ZaloAttachment("file", {"token": laid["data"]["token"]}))
    assert len(an.screen) == 2


@pytest.mark.parametrize(
    ("text", "payload", "code"),
    [
        ("a" * 2001, None, -210),
        ("a", {"buttons": [{"title": "a", "type": "oa.query.hide", "payload": "a"}] * 6}, -201),
        ("a", {"buttons": [{"title": "a" * 101, "type": "oa.query.hide", "payload": "a"}]}, -201),
        ("a", {"buttons": [{"title": "a", "type": "oa.query.hide", "payload": "a" * 1001}]}, -201),
        ("a", {"buttons": [{"title": "a", "type": "oa.query.seek", "payload": "a"}]}, -201),
        ("a", {"buttons": [{"title": "a", "type": "oa.open.phone", "payload": {}}]}, -201),
        ("a", {"template_type": "receipt"}, -233),
        ("a", {"template_type": "media", "elements": [{"attachment_id": "gone"}]}, -100),
        ("a", {"template_type": "list", "elements": [{"title": "a"}] * 6}, -201),
    ],
)
async def test_it_refuses_what_zalo_refuses(
    client: Client, an: Person, text: str, payload: dict[str, Any] | None, code: int
) -> None:
    with pytest.raises(zalo_sdk.ZaloOAException) as caught:
        await say(client, an.id, text, under(**payload) if payload else None)
    assert caught.value._code == code
    assert an.screen == []


@pytest.mark.parametrize(("hours", "code"), [(47, 0), (48, 0), (167, 0), (169, -230)])
async def test_windows_close_by_its_clock(
    client: Client, an: Person, fake: FakeZalo, hours: int, code: int
) -> None:
    fake.now += timedelta(hours=24)
    fresh = await call(client.refresh_acccess_token)
    assert fresh[0] == fake.granting.access
    fake.citizen(an.id).spoke_at = fake.now - timedelta(hours=hours)
    if code:
        with pytest.raises(zalo_sdk.ZaloOAException, match=str(code)):
            await say(client, an.id, "Chào")
    else:
        await say(client, an.id, "Chào")
    assert fake.quota == (9 if hours == 167 else 10)


async def test_whoever_never_wrote_cannot_be_written_to(client: Client) -> None:
    with pytest.raises(zalo_sdk.ZaloOAException, match="-232"):
        await say(client, "99", "Chào")


async def test_tokens_die_and_refresh_tokens_work_once(client: Client, an: Person, fake: FakeZalo) -> None:
    old, refresh = client.access_token, client.refresh_token
    await call(client.refresh_acccess_token)
    await say(client, an.id, "Chào")
    client.access_token, client.refresh_token = old, refresh
    with pytest.raises(zalo_sdk.ZaloOAException, match="-216"):
        await say(client, an.id, "Chào")
    with pytest.raises(zalo_sdk.ZaloException):
        await call(client.refresh_acccess_token)
    client.access_token = fake.granting.access
    fake.now += timedelta(hours=25)
    with pytest.raises(zalo_sdk.ZaloOAException, match="-220"):
        await say(client, an.id, "Chào")


async def test_a_consent_is_given_with_pkce(client: Client, http: ClientSession, fake: FakeZalo) -> None:
    wish = consent(account_of(fake), "https://motcua.example/callback")
    async with http.get(wish.address, allow_redirects=False) as answer:
        assert f"oa_id={OA_ID}" in answer.headers["Location"]
        code = answer.headers["Location"].partition("code=")[2].partition("&")[0]
    access, _, _ = await call(client.get_access_token_from_authorization_code, code, wish.verifier)
    assert access == fake.granting.access


async def test_templates_go_by_phone(templates: Templates, an: Person, fake: FakeZalo) -> None:
    fake.templates["7001"] = {"ma_ho_so"}
    await call(templates.send_zns_message, "84912345678", "7001", {"ma_ho_so": "H1"}, "t1")
    assert an.last.template == {"id": "7001", "ma_ho_so": "H1"}
    for phone, template, data, code in (
        ("0912345678", "7001", {"ma_ho_so": "H1"}, -108),
        ("84900000000", "7001", {"ma_ho_so": "H1"}, -118),
        ("84912345678", "7002", {"ma_ho_so": "H1"}, -109),
        ("84912345678", "7001", {}, -1122),
        ("84912345678", "7001", {"ma_ho_so": "a" * 101}, -1121),
    ):
        with pytest.raises(zalo_sdk.ZaloException, match=str(code)):
            await call(templates.send_zns_message, phone, template, data)


async def test_by_phone_a_dead_token_has_a_code_of_its_own(templates: Templates) -> None:
    templates.access_token = "dead"
    with pytest.raises(zalo_sdk.ZaloException, match="-124"):
        await call(templates.send_zns_message, "84912345678", "7001", {})


@pytest.mark.parametrize("category", ["transaction", "media"])
async def test_what_was_shut_down_is_shut(client: Client, an: Person, category: str) -> None:
    recipient = ZaloRecipient(user_id=an.id)
    with pytest.raises(zalo_sdk.ZaloOAException, match="-240"):
        await call(client.send_message, recipient, ZaloMessageBody("a"), category=category)


async def test_too_many_calls(client: Client, an: Person, fake: FakeZalo) -> None:
    fake.remaining = 0
    with pytest.raises(zalo_sdk.ZaloOAException, match="-32"):
        await say(client, an.id, "Chào")


async def test_errors_come_with_http_200(http: ClientSession, fake: FakeZalo) -> None:
    fake.fail("/v2.0/oa/getoa", Fault(code=-224))
    headers = {"access_token": fake.granting.first()[0]}
    async with http.get(f"{fake.url}/v2.0/oa/getoa", headers=headers) as answer:
        assert (answer.status, (await answer.json())["error"]) == (200, -224)
        assert answer.headers["X-RateLimit-Remain"] == "3999"


async def test_an_event_comes_again_where_nobody_could_be_reached(fake: FakeZalo) -> None:
    seen: list[tuple[str, bytes]] = []

    async def webhook(request: web.Request) -> web.Response:
        seen.append((request.headers.get("num_retry", ""), await request.read()))
        if len(seen) < 3 and request.transport:
            request.transport.close()
        return web.Response()

    application = web.Application()
    application.router.add_post("/", webhook)
    async with TestServer(application) as server:
        fake.pusher.webhook = str(server.make_url("/"))
        assert await Person(fake).say("chào") == 200
    assert [number for number, _ in seen] == ["", "1", "2"]
    assert len({body for _, body in seen}) == 1
    assert not fake.pusher.unsubscribed


async def test_in_the_end_zalo_gives_up(fake: FakeZalo) -> None:
    fake.pusher.webhook = "http://127.0.0.1:1/"
    assert RETRIES == 5
    assert await Person(fake).say("chào") == 0
    assert fake.pusher.unsubscribed
