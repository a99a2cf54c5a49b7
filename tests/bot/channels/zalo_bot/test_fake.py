"""The fake is held to two clients that we did not write: python-zalo-bot sends forms, pyzalo sends JSON."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from pyzalo.main import PyZALO
from zalo_bot import Bot
from zalo_bot.error import BadRequest, Forbidden, InvalidToken, NetworkError

from tests.fakes.zalo_bot.person import Person
from tests.fakes.zalo_bot.server import BLOCKED, NAME, QUOTA, TOKEN, FakeZaloBot

PICTURE = "https://motcua.example/a.png"
HOOK = "https://motcua.example/zalo-bot/a"
SECRET = "a-secret-of-ours-0001"

Body = dict[str, Any]


@pytest.fixture
async def bot(fake: FakeZaloBot) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=fake.url) as bot:
        yield bot


@pytest.fixture
def pyzalo(fake: FakeZaloBot) -> PyZALO:
    return PyZALO(TOKEN, base_url=fake.url)


async def asked(call: Callable[..., Any], *given: Any) -> Body:
    """An answer of pyzalo, which blocks."""
    answer: Body = await asyncio.to_thread(call, *given)
    return answer


async def test_forms_a_whole_conversation(bot: Bot, an: Person) -> None:
    await an.say("xin chào")
    update = await bot.get_update(timeout=1)
    assert update.message is not None
    assert update.message.text == "xin chào"
    assert update.message.chat.id == an.chat
    assert await bot.send_chat_action(an.chat, "typing") is not False
    sent = await bot.send_message(an.chat, "Chào bạn & chúc vui")
    assert sent.message_id == an.last.id
    assert an.last.text == "Chào bạn & chúc vui"
    await bot.send_photo(an.chat, "tờ khai", PICTURE)
    assert an.last.photo == PICTURE


async def test_forms_are_refused_in_the_platforms_way(bot: Bot, fake: FakeZaloBot, an: Person) -> None:
    with pytest.raises(BadRequest, match="1 to 2000"):
        await bot.send_message(an.chat, "a" * 2001)
    fake.fail("sendMessage", BLOCKED)
    with pytest.raises(Forbidden):
        await bot.send_message(an.chat, "a")
    with pytest.raises(NetworkError, match="Request timeout"):
        await bot.get_update(timeout=0)
    with pytest.raises(InvalidToken):
        await Bot("1234:somebody-else", base_url=fake.url).initialize()


async def test_json_a_whole_conversation(pyzalo: PyZALO, an: Person) -> None:
    me = await asked(pyzalo.getMe)
    assert me["result"]["display_name"] == NAME
    await an.say("xin chào")
    answer = await asked(pyzalo.getUpdates, 1)
    assert answer["result"]["event_name"] == "message.text.received"
    assert answer["result"]["message"]["text"] == "xin chào"
    assert (await asked(pyzalo.sendChatAction, an.chat)) == {"ok": True}
    sent = await asked(pyzalo.sendMessage, an.chat, "Chào bạn")
    assert (an.last.id, an.last.text) == (sent["result"]["message_id"], "Chào bạn")
    assert (await asked(pyzalo.sendPhoto, an.chat, "a.png"))["error_code"] == 400


async def test_json_nothing_new_and_a_quota_used_up(pyzalo: PyZALO, fake: FakeZaloBot, an: Person) -> None:
    assert (await asked(pyzalo.getUpdates, 0))["error_code"] == 408
    fake.quota = 1
    assert (await asked(pyzalo.sendMessage, an.chat, "một"))["ok"]
    assert (await asked(pyzalo.sendMessage, an.chat, "hai"))["error_code"] == QUOTA.code
    assert [shown.text for shown in an.screen] == ["một"]


async def test_json_a_webhook_is_set_asked_for_and_taken_away(pyzalo: PyZALO) -> None:
    assert (await asked(pyzalo.getWebhookInfo))["error_code"] == 404
    assert (await asked(pyzalo.setWebhook, HOOK, "short"))["error_code"] == 400
    assert (await asked(pyzalo.setWebhook, HOOK, SECRET))["result"]["url"] == HOOK
    assert (await asked(pyzalo.getUpdates, 1))["error_code"] == 400
    assert (await asked(pyzalo.getWebhookInfo))["result"]["url"] == HOOK
    assert (await asked(pyzalo.deleteWebhook))["ok"]
    assert (await asked(pyzalo.getUpdates, 0))["error_code"] == 408


async def test_events_come_again_and_again(pyzalo: PyZALO, fake: FakeZaloBot, an: Person) -> None:
    fake.repeats = 2
    await an.say("xin chào")
    first, second = [await asked(pyzalo.getUpdates, 1) for _ in range(2)]
    assert first == second
