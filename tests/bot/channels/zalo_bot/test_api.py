import logging

import pytest

from bot.channels.zalo_bot.api import Api, connected
from bot.errors import (
    ChannelAwayError,
    ChannelError,
    ChannelFullError,
    ChatGoneError,
    ReplyRefusedError,
    RetryLaterError,
    TokenRefusedError,
)
from tests.fakes.zalo_bot.person import Person
from tests.fakes.zalo_bot.server import BLOCKED, NAME, QUOTA, TOKEN, UNAUTHORIZED, FakeZaloBot, Fault

WRONG = "987:not-the-token-of-this-bot"
HOOK = "https://motcua.example/zalo-bot/a"


async def test_it_knows_its_name(api: Api) -> None:
    assert api.name == NAME


async def test_a_wrong_token_is_told_and_not_repeated(
    fake: FakeZaloBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(TokenRefusedError, match="MOTCUA_ZALO_BOT") as caught:
        async with connected(WRONG, fake.url):
            pass
    assert WRONG not in str(caught.value) + caplog.text


async def test_the_token_stands_in_no_log_and_no_error(
    api: Api, fake: FakeZaloBot, an: Person, caplog: pytest.LogCaptureFixture
) -> None:
    fake.fail("sendMessage", Fault(cut=True))
    with caplog.at_level(logging.INFO):
        with pytest.raises(ChannelAwayError) as caught:
            await api.send(an.chat, "chào")
        await api.send(an.chat, "chào")
    assert caught.value.__suppress_context__
    assert TOKEN not in str(caught.value) + caplog.text


async def test_a_server_that_is_not_there_is_away() -> None:
    with pytest.raises(ChannelAwayError):
        async with connected(WRONG, "http://127.0.0.1:9"):
            pass


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(code=400, text="Bad Request"), ReplyRefusedError),
        (UNAUTHORIZED, TokenRefusedError),
        (BLOCKED, ChatGoneError),
        (QUOTA, ChannelFullError),
        (Fault(code=429, retry_after="7"), RetryLaterError),
        (Fault(code=502), ChannelAwayError),
        (Fault(code=429, status=200, text="said with status 200"), ChannelFullError),
    ],
    ids=lambda one: str(one)[:40],
)
async def test_a_refusal_is_told_in_our_words(
    api: Api, fake: FakeZaloBot, an: Person, fault: Fault, error: type[ChannelError]
) -> None:
    fake.fail("sendMessage", fault)
    with pytest.raises(error):
        await api.send(an.chat, "chào")


async def test_events_come_one_at_a_time(api: Api, an: Person) -> None:
    await an.say("một")
    await an.say("hai")
    first, second = await api.event(1), await api.event(1)
    assert first is not None
    assert second is not None
    assert [one["message"]["text"] for one in (first, second)] == ["một", "hai"]


@pytest.mark.parametrize("status", [408, 200])
async def test_nothing_new_is_no_failure(api: Api, fake: FakeZaloBot, status: int) -> None:
    fake.fail("getUpdates", Fault(code=408, status=status, text="Request timeout"))
    assert await api.event(1) is None


async def test_a_webhook_is_set_seen_and_taken_away(api: Api) -> None:
    assert await api.webhook() == ""
    await api.set_webhook(HOOK, "a-secret-of-ours-0001")
    assert await api.webhook() == HOOK
    await api.delete_webhook()
    assert await api.webhook() == ""
