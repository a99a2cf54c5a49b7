import asyncio

import pytest

from bot.web.channel import LISTENERS_PER_CHAT, WebChannel
from bot.web.replies import Replies
from handlers.message import Message
from tests.fakes.web import AT, ScriptedService, echo

PATIENCE = 10.0


@pytest.fixture
def replies(service: ScriptedService, channel: WebChannel) -> Replies:
    return Replies(service.database, channel)


async def said(service: ScriptedService, *texts: str, chat: str = "a") -> None:
    for text in texts:
        message = Message(channel="web", chat=chat, event_id=f"event-{text}", at=AT, text=text)
        await service.lanes.accept(message)


async def test_a_page_gets_what_it_has_not_seen(service: ScriptedService, replies: Replies) -> None:
    await said(service, "một", "hai", "ba")
    await said(service, "khác", chat="b")
    assert [one.reply for one in await replies.after("a", 1)] == [echo("hai"), echo("ba")]


async def test_what_is_there_is_given_at_once(service: ScriptedService, replies: Replies) -> None:
    await said(service, "một")
    assert len(await asyncio.wait_for(replies.within("a", 0, 1000), PATIENCE)) == 1


async def test_a_held_question_ends_with_the_first_reply(service: ScriptedService, replies: Replies) -> None:
    asking = asyncio.create_task(replies.within("a", 0, 1000))
    await asyncio.sleep(0.05)
    await said(service, "một")
    assert [one.reply for one in await asyncio.wait_for(asking, PATIENCE)] == [echo("một")]


async def test_a_held_question_ends_without_a_reply_too(replies: Replies) -> None:
    assert await replies.within("a", 0, 0.01) == []


async def test_closing_ends_held_questions(replies: Replies, channel: WebChannel) -> None:
    asking = asyncio.create_task(replies.within("a", 0, 1000))
    await asyncio.sleep(0.05)
    channel.close()
    assert await asyncio.wait_for(asking, PATIENCE) == []
    assert await asyncio.wait_for(replies.within("a", 0, 1000), PATIENCE) == []


async def test_a_crowded_chat_is_answered_but_not_held(replies: Replies, channel: WebChannel) -> None:
    bells = [channel.listening("a") for _ in range(LISTENERS_PER_CHAT)]
    for bell in bells:
        bell.__enter__()
    assert replies.crowded("a")
    assert await asyncio.wait_for(replies.within("a", 0, 1000), PATIENCE) == []


async def test_a_live_page_gets_everything_once_and_in_order(
    service: ScriptedService, replies: Replies, channel: WebChannel
) -> None:
    await said(service, "một")
    told = []
    async for one in replies.live("a", 0):
        told.append(one.id)
        if len(told) < 4:
            await said(service, f"nữa {len(told)}")
        else:
            channel.close()
    assert told == [1, 2, 3, 4]
