import logging

import pytest

from bot.channels.telegram.api import Api, connected
from bot.channels.telegram.wire import KINDS
from bot.errors import ChannelAwayError, TokenRefusedError
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import FakeTelegram

WRONG = "987654:not-the-token-of-this-bot"


async def test_it_knows_who_it_is(api: Api) -> None:
    assert (api.id, api.username) == (123456, "motcua_bot")


async def test_a_wrong_token_is_told_and_not_repeated(
    fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(TokenRefusedError) as caught:
        async with connected(WRONG, fake.url):
            pass
    assert WRONG not in str(caught.value)
    assert caught.value.__suppress_context__
    assert WRONG not in caplog.text


async def test_the_token_stands_in_no_log(api: Api, an: Person, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        await api.send_message(7, "chào")
    assert api.token not in caplog.text


async def test_a_server_that_is_not_there_is_away() -> None:
    with pytest.raises(ChannelAwayError):
        async with connected(WRONG, "http://127.0.0.1:9"):
            pass


async def test_a_server_that_is_broken_is_away(fake: FakeTelegram) -> None:
    fake.fail("getMe", Fault(code=502, text="Bad Gateway"))
    with pytest.raises(ChannelAwayError):
        async with connected("123456:a-token-of-a-fake", fake.url):
            pass


async def test_typing_is_shown_in_the_topic(api: Api, fake: FakeTelegram) -> None:
    await api.typing("-7/3")
    assert fake.called("sendChatAction") == [{"chat_id": -7, "action": "typing", "message_thread_id": 3}]


async def test_updates_come_as_they_are_and_go_when_confirmed(api: Api, an: Person) -> None:
    number = await an.say("khai sinh")
    (first,) = await api.updates(None, held=1, kinds=KINDS)
    assert first["message"]["text"] == "khai sinh"
    assert await api.updates(number, held=1, kinds=KINDS) == [first]
    assert await api.updates(number + 1, held=0, kinds=KINDS) == []
