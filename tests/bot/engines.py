"""Both engines, with a memory channel to talk over: what holds on one holds on the other."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.channels.memory import MemoryChannel
from bot.desk import Desk
from bot.engine import Engine, engine
from bot.jetstream.connection import connected
from bot.jetstream.names import Names
from bot.sender import Sender
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.reply import Paragraph, Reply
from handlers.services import Services
from handlers.state import State
from storage.chats import load_state, save_state
from storage.database import Database
from storage.session import Session
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.talk import HASHER

PATIENCE = 60.0
SERVICES = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER)


class Counting(Dialogue):
    """Says each line back with its number in the chat, which it keeps in the chat's state."""

    def __init__(self) -> None:
        super().__init__(SERVICES)

    async def answer(self, session: Session, message: Message) -> Answer:
        state = State.load(await load_state(session, message.channel, message.chat))
        state = state.model_copy(update={"misses": state.misses + 1})
        await save_state(session, message.channel, message.chat, state.dump(), message.at)
        reply = Reply(blocks=(Paragraph(text=f"{state.misses}: {message.text}"),))
        return Answer(replies=(reply,), state=state, outcome=Outcome.ANSWERED)


@dataclass
class Process:
    """What one process has of a service."""

    desk: Desk
    engine: Engine
    sender: Sender
    channel: MemoryChannel
    answered: list[None]

    async def hear(self, chat: str, event_id: str, words: str) -> bool:
        return await self.channel.hear(self.engine, chat, event_id, words)


def said(channel: MemoryChannel, chat: str) -> list[str]:
    """What a chat was told, in order."""
    blocks = [reply.blocks[0] for reply in channel.said[chat].values()]
    return [block.text for block in blocks if isinstance(block, Paragraph)]


@asynccontextmanager
async def process(
    database: Database, nats_url: str, prefix: str, channel: MemoryChannel | None = None
) -> AsyncIterator[Process]:
    """One process of a service, on lanes where there is no NATS."""
    channel = channel or MemoryChannel()
    desk = Desk(database, Counting())
    desk.reads(channel.name, channel.read)
    sender = Sender(database, [channel])
    answered: list[None] = []

    def woken() -> None:
        answered.append(None)
        sender.wake()

    if not nats_url:
        yield Process(desk, engine(desk, woken, None), sender, channel, answered)
        return
    async with connected(nats_url, Names(prefix)) as connection:
        yield Process(desk, engine(desk, woken, connection), sender, channel, answered)


@asynccontextmanager
async def working(one: Process) -> AsyncIterator[None]:
    """The process answers and sends."""
    await one.sender.start()
    await one.engine.start()
    try:
        yield
    finally:
        await one.engine.stop()
        await one.sender.stop()


async def until(done: Callable[[], bool]) -> None:
    """Wait until something is so."""
    ends = asyncio.get_running_loop().time() + PATIENCE
    while not done():
        assert asyncio.get_running_loop().time() < ends, "it never came"
        await asyncio.sleep(0.02)


def new_prefix() -> str:
    return f"test-{secrets.token_hex(6)}"


@asynccontextmanager
async def streams_removed(nats_url: str, prefix: str) -> AsyncIterator[None]:
    """What a test leaves on the server is taken away."""
    yield
    if nats_url:
        async with connected(nats_url, Names(prefix)) as connection:
            await connection.stream.delete_stream(prefix)
