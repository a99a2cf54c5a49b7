"""A bell heard in every process: a reply for a page is read by whichever process holds that page."""

import logging
from typing import Protocol, runtime_checkable

from nats.aio.msg import Msg

from bot.channels.base import Abilities, Delivery
from bot.jetstream.connection import Connection

log = logging.getLogger(__name__)


@runtime_checkable
class Rung(Protocol):
    """A channel whose people fetch what is said to them once it rings."""

    name: str

    @property
    def abilities(self) -> Abilities:
        """What it can do."""
        ...

    def ring(self, chat: str) -> None:
        """There is something new for those of this process in the chat."""
        ...

    def ring_all(self) -> None:
        """There may be something new in any chat."""
        ...


class Bell:
    """Stands for such a channel where replies are sent, and rings it wherever its people are.

    Nothing is lost with a bell that nobody heard: what it told of stays in the outbox, and a process that was
    cut off rings for everybody when it is back.
    """

    def __init__(self, connection: Connection, channel: Rung) -> None:
        self.name = channel.name
        self.abilities = channel.abilities
        self._connection = connection
        self._channel = channel

    async def send(self, delivery: Delivery) -> None:
        """Ring in every process."""
        chat = delivery.chat.encode()
        await self._connection.client.publish(f"{self._connection.names.bell}.{self.name}", chat)

    async def listen(self) -> None:
        """From now on pass it on to the people of this process."""
        await self._connection.client.subscribe(f"{self._connection.names.bell}.{self.name}", cb=self._heard)
        self._connection.back.append(self._channel.ring_all)

    async def _heard(self, message: Msg) -> None:
        self._channel.ring(message.data.decode())
