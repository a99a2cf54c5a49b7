import asyncio

from bot.channels.telegram.api import Api
from bot.channels.telegram.typing import MOST, Typing
from tests.fakes.telegram import faults
from tests.fakes.telegram.server import FakeTelegram


def typed(fake: FakeTelegram) -> int:
    return len(fake.called("sendChatAction"))


async def test_a_quick_answer_needs_no_sign(api: Api, fake: FakeTelegram) -> None:
    typing = Typing(api)
    typing.begin("7")
    await asyncio.sleep(0)
    typing.end("7")
    typing.end("7")
    await asyncio.sleep(0)
    assert typed(fake) == 0


async def test_a_slow_one_is_announced_again_and_again_but_not_for_ever(api: Api, fake: FakeTelegram) -> None:
    typing = Typing(api, after=0, again=0)
    typing.begin("-7/3")
    typing.begin("-7/3")
    await fake.until(lambda: typed(fake) == MOST)
    assert fake.called("sendChatAction")[0] == {"chat_id": -7, "action": "typing", "message_thread_id": 3}
    typing.close()


async def test_a_refusal_harms_nobody(api: Api, fake: FakeTelegram) -> None:
    fake.fail("sendChatAction", faults.BLOCKED)
    typing = Typing(api, after=0, again=0)
    typing.begin("7")
    await fake.until(lambda: typed(fake) == 0)
    typing.close()
