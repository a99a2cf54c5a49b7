import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Abilities, Delivery
from bot.sender import Sender
from handlers.reply import Paragraph, Reply
from storage import outbox
from storage.database import Database
from storage.engines import Engines
from storage.session import Session
from tests.fakes.keys import CIPHER

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)


class Post:
    """A channel that keeps what it is given, and refuses as often as it is told."""

    name = "post"
    abilities = Abilities()

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
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'motcua.db'}", CIPHER)
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


class Slow(Post):
    """Takes chat "a" only once the gate is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()

    async def send(self, delivery: Delivery) -> None:
        if delivery.chat == "a":
            await self.gate.wait()
        await super().send(delivery)


async def test_a_slow_chat_holds_up_nobody_else(database: Database) -> None:
    post = Slow()
    sender = Sender(database, [post], Clock())
    await queue(database, "a:1", "a:2", "b:1")
    await sender.start()
    await asyncio.wait_for(post.arrived.wait(), 10)
    assert post.sent == ["b:1"]
    post.arrived.clear()
    await queue(database, "c:1")
    sender.wake()
    await asyncio.wait_for(post.arrived.wait(), 10)
    assert post.sent == ["b:1", "c:1"]
    post.gate.set()
    await sender.stop()
    assert post.sent == ["b:1", "c:1", "a:1", "a:2"]


async def test_what_is_said_while_a_chat_is_sent_to_follows(database: Database) -> None:
    post = Slow()
    sender = Sender(database, [post], Clock())
    await queue(database, "a:1")
    await sender.start()
    await asyncio.sleep(0.05)
    await queue(database, "a:2")
    sender.wake()
    post.gate.set()
    await sender.stop()
    assert post.sent == ["a:1", "a:2"]


async def test_a_channel_can_join_later(database: Database) -> None:
    post, sender = Post(), Sender(database, [], Clock())
    sender.add(post)
    await queue(database, "a:1")
    await sender.send_due()
    assert post.sent == ["a:1"]


async def test_a_chat_that_the_channel_leaves_is_written_to_no_more(database: Database) -> None:
    post = Post()
    sender = Sender(database, [post], Clock())
    await queue(database, "a:1", "b:1")
    await sender.leave("post", "a")
    await sender.send_due()
    assert post.sent == ["b:1"]


class Broken(Database):
    """A memory that is away the first time it is looked into."""

    away = True

    def __init__(self, engines: Engines) -> None:
        super().__init__(engines)
        self.looked = asyncio.Event()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Session]:
        self.looked.set()
        if self.away:
            self.away = False
            raise ConnectionError
        async with super().reading() as session:
            yield session


async def test_a_memory_that_was_away_does_not_end_the_sending(tmp_path: Path) -> None:
    database = await Broken.open(f"sqlite+aiosqlite:///{tmp_path / 'motcua.db'}", CIPHER)
    post = Post()
    sender = Sender(database, [post], Clock())
    await queue(database, "a:1")
    await sender.start()
    await asyncio.wait_for(database.looked.wait(), 10)
    assert post.sent == []
    sender.wake()
    await asyncio.wait_for(post.arrived.wait(), 10)
    await sender.stop()
    await database.close()
    assert post.sent == ["a:1"]
