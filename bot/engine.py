"""What drives messages through the desk: lanes within one process, or JetStream over many."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import Protocol

from bot.channels.base import Channel
from bot.desk import Desk
from bot.jetstream.bell import Bell, Rung
from bot.jetstream.connection import Connection, connected
from bot.jetstream.engine import JetStream
from bot.jetstream.names import Names
from bot.lanes import Lanes
from bot.settings import Settings
from handlers.message import Message
from storage.inbox import Envelope


class Role(StrEnum):
    """What a process does: everything, only take in and show, or only answer and send."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"

    @property
    def listens(self) -> bool:
        """Whether people and channels come in here."""
        return self is not Role.WORKER

    @property
    def works(self) -> bool:
        """Whether messages are answered and replies sent here."""
        return self is not Role.WEB


class Engine(Protocol):
    """Where channels hand over what came in: once taken it is safe, and answered in its chat's order."""

    async def take(self, envelope: Envelope) -> bool:
        """Take what came in; False where it was taken before."""
        ...

    async def accept(self, message: Message) -> bool:
        """Take a message that its channel has read already; False where it was taken before."""
        ...

    async def start(self) -> None:
        """Begin to answer, what an earlier run left behind first."""
        ...

    async def stop(self) -> None:
        """Finish what was begun; the rest is kept."""
        ...


@asynccontextmanager
async def linked(settings: Settings) -> AsyncIterator[Connection | None]:
    """The connection to the other processes; None where this one is alone.

    Raises NatsUnreachableError or NoJetStreamError.
    """
    if settings.engine == "lanes":
        yield None
        return
    async with connected(settings.nats_url, Names(settings.nats_prefix)) as connection:
        yield connection


def engine(desk: Desk, answered: Callable[[], None], connection: Connection | None) -> Engine:
    """The engine for one process or for many."""
    return Lanes(desk, answered) if connection is None else JetStream(connection, desk, answered)


def ways_out(channels: Iterable[Channel], connection: Connection | None) -> Iterator[Channel]:
    """The channels as replies are sent to them: one whose people are in several processes rings in all."""
    for channel in channels:
        if connection is not None and isinstance(channel, Rung):
            yield Bell(connection, channel)
        else:
            yield channel
