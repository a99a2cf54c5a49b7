import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Delivery
from bot.sender import Sender
from handlers.reply import Paragraph, Reply
from storage import outbox
from storage.database import Database

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)


class Post:
    """A channel that keeps what it is given, and refuses as often as it is told."""

    name = "post"

    def __init__(self, refusals: int = 0) -> None:
        self.sent: list[str] = []
        self.arrived = asyncio.Event()
        self._refusals = refusals

    async def send(self, delivery: Delivery) -> None:
        if self._refusals:
            self._refusals -= 1
            raise ConnectionError
        block = delivery.reply.blocks[0]
        assert isinstance(block, Paragraph)
        self.sent.append(f"{delivery.chat}:{block.text}")
        self.arrived.set()


class Clock:
    def __init__(self) -> None:
        self.now = AT

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'motcua.db'}")
    yield database
    await database.close()


async def queue(database: Database, *said: str, channel: str = "post") -> None:
    async with database.writing() as session:
        for line in said:
            chat, text = line.split(":")
            body = Reply(blocks=(Paragraph(text=text),)).model_dump_json()
            await outbox.add(session, channel=channel, chat=chat, inbox_id=None, body=body, now=AT)


async def test_replies_are_sent_once_and_in_order(database: Database) -> None:
    post = Post()
    sender = Sender(database, [post], Clock())
    await queue(database, "a:1", "b:1", "a:2")
    await sender.send_due()
    await sender.send_due()
    assert post.sent == ["a:1", "b:1", "a:2"]


async def test_a_refused_reply_holds_up_its_own_chat_only(database: Database) -> None:
    post, clock = Post(refusals=1), Clock()
    sender = Sender(database, [post], clock)
    await queue(database, "a:1", "a:2", "b:1")
    await sender.send_due()
    assert post.sent == ["b:1"]
    clock.now += timedelta(minutes=1)
    await sender.send_due()
    assert post.sent == ["b:1", "a:1", "a:2"]


async def test_other_channels_are_left_alone(database: Database) -> None:
    post = Post()
    await queue(database, "a:1", channel="pigeon")
    await Sender(database, [post], Clock()).send_due()
    assert post.sent == []


async def test_it_wakes_when_it_is_told(database: Database) -> None:
    post = Post()
    sender = Sender(database, [post], Clock())
    await sender.start()
    await queue(database, "a:1")
    sender.wake()
    await asyncio.wait_for(post.arrived.wait(), 10)
    await sender.stop()
    assert post.sent == ["a:1"]


async def test_stopping_sends_what_is_due(database: Database) -> None:
    post = Post()
    sender = Sender(database, [post], Clock())
    await sender.start()
    await asyncio.sleep(0.05)
    await queue(database, "a:1")
    await sender.stop()
    assert post.sent == ["a:1"]
