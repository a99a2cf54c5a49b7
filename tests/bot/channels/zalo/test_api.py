import hashlib

import pytest
from aiohttp import ClientSession

from bot.channels.zalo.api import MINUTE, Api
from bot.channels.zalo.tokens import Tokens
from bot.errors import CallRefusedError, ChannelAwayError, GrantLostError, RetryLaterError
from handlers.reply import File
from tests.fakes.zalo.faults import Fault
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of

CS, OA = "/v3.0/oa/message/cs", "/v2.0/oa/getoa"
PDF = File(name="giay-to.pdf", media_type="application/pdf", content=b"JVBERi0xLjc=")


async def test_it_tells_who_we_are(api: Api) -> None:
    assert (await api.get(OA))["name"] == "Một Cửa"


async def test_a_person_is_asked_for_in_one_parameter(api: Api, an: Person) -> None:
    found = await api.get("/v3.0/oa/user/detail", data=f'{{"user_id":"{an.id}"}}')
    assert found["user_id"] == an.id


@pytest.mark.parametrize("code", [-216, -220, -124])
async def test_a_dead_token_is_renewed_once_and_the_call_made_again(
    api: Api, fake: FakeZalo, code: int
) -> None:
    fake.fail(OA, Fault(code=code))
    assert (await api.get(OA))["name"] == "Một Cửa"
    assert fake.granting.refreshed == 1
    fake.fail(OA, Fault(code=code), Fault(code=code))
    with pytest.raises(CallRefusedError):
        await api.get(OA)
    assert fake.granting.refreshed == 2


async def test_a_token_that_another_app_killed_is_renewed(api: Api, fake: FakeZalo, tokens: Tokens) -> None:
    fake.granting.access = "somebody else's"
    assert (await api.get(OA))["name"] == "Một Cửa"
    assert await tokens.access() == fake.granting.access


async def test_without_a_grant_nothing_is_called(
    fake: FakeZalo, http: ClientSession, tokens: Tokens, api: Api
) -> None:
    fake.granting.exchange({"app_id": "x"}, "")
    fake.granting.access = "gone"
    fake.granting._refresh.clear()
    with pytest.raises(GrantLostError):
        await api.get(OA)


async def test_a_refusal_brings_its_code_and_no_word_of_anybody(api: Api) -> None:
    with pytest.raises(CallRefusedError) as caught:
        await api.post(CS, {"recipient": {"user_id": "9"}, "message": {"text": "Nguyễn Văn Kín"}})
    assert caught.value.code == -232
    assert "Kín" not in str(caught.value)


@pytest.mark.parametrize("fault", [Fault(cut=True), Fault(status=502)], ids=["cut", "502"])
async def test_zalo_away(api: Api, fake: FakeZalo, fault: Fault) -> None:
    fake.fail(CS, fault)
    with pytest.raises(ChannelAwayError):
        await api.post(CS, {})


async def test_after_too_many_calls_everybody_waits(
    fake: FakeZalo, tokens: Tokens, http: ClientSession
) -> None:
    time = 100.0
    api = Api(account_of(fake), tokens, http, seconds=lambda: time)
    fake.fail(OA, Fault(code=-32))
    with pytest.raises(CallRefusedError):
        await api.get(OA)
    asked = len(fake.calls)
    with pytest.raises(RetryLaterError) as caught:
        await api.post(CS, {})
    assert caught.value.seconds == MINUTE
    assert len(fake.calls) == asked
    time += MINUTE
    await api.get(OA)


async def test_the_last_call_that_is_left_is_the_last_one(
    fake: FakeZalo, tokens: Tokens, http: ClientSession
) -> None:
    api = Api(account_of(fake), tokens, http, seconds=lambda: 100.0)
    fake.remaining = 2
    await api.get(OA)
    await api.get(OA)
    with pytest.raises(RetryLaterError):
        await api.get(OA)
    assert fake.remaining == 0


async def test_calls_are_proved_where_the_console_wants_it(
    fake: FakeZalo, tokens: Tokens, http: ClientSession
) -> None:
    fake.proves = True
    with pytest.raises(CallRefusedError) as caught:
        await Api(account_of(fake), tokens, http).get(OA)
    assert caught.value.code == -242
    await Api(account_of(fake, proves=True), tokens, http).get(OA)


async def test_a_file_is_laid_down_also_with_a_dead_token(api: Api, fake: FakeZalo) -> None:
    fake.fail("/v2.0/oa/upload/file", Fault(code=-220))
    assert (await api.upload("file", PDF))["token"]
    first, second = fake.called("/v2.0/oa/upload/file")
    assert first == second
    assert hashlib.sha256(second["file"]).digest() == hashlib.sha256(PDF.content).digest()
