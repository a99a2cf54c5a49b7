"""The engine for many machines: what came in waits in NATS JetStream, and any worker answers it."""

from collections.abc import Callable

from nats.js.api import AckPolicy, ConsumerConfig

from bot.desk import Desk
from bot.envelope import sealed
from bot.jetstream.connection import Connection
from bot.jetstream.names import PARTITIONS, WORKERS, message_id, partition
from bot.jetstream.wire import packed
from bot.jetstream.worker import Worker
from handlers.message import Message
from storage.inbox import Envelope

ACK_WAIT = 10.0
"""Seconds after which a message whose worker fell silent goes to another one."""


class JetStream:
    """Hands messages to whichever process works, each chat in order.

    What came in is safe once ``take`` returns: it lies in the stream until it is answered. A partition's
    consumer hands out one message at a time and the next one only when that is answered.
    """

    def __init__(
        self,
        connection: Connection,
        desk: Desk,
        answered: Callable[[], None],
        *,
        ack_wait: float = ACK_WAIT,
    ) -> None:
        self._connection = connection
        self._desk = desk
        self._ack_wait = ack_wait
        self._worker = Worker(connection, desk, answered, beat=ack_wait / 3)

    async def accept(self, message: Message) -> bool:
        """Take a message that its channel has read already; False where it was taken before."""
        return await self.take(sealed(message))

    async def take(self, envelope: Envelope) -> bool:
        """Put it into the stream; False where the server had it before."""
        return await self._put(envelope, {"Nats-Msg-Id": message_id(envelope)})

    async def start(self) -> None:
        """Begin to work, with what lies unanswered in the inbox too: another engine may have left it."""
        for number in range(PARTITIONS):
            await self._connection.stream.add_consumer(self._connection.names.prefix, self._consumer(number))
        for received in await self._desk.waiting():
            await self._put(received, {})
        await self._worker.start()

    async def stop(self, grace: float = 10.0) -> None:
        """Finish what was begun within ``grace`` seconds; the rest goes to other workers."""
        await self._worker.stop(grace)

    async def _put(self, envelope: Envelope, headers: dict[str, str]) -> bool:
        subject = self._connection.names.subject(partition(envelope))
        taken = await self._connection.stream.publish(subject, packed(envelope), headers=headers)
        return not taken.duplicate

    def _consumer(self, number: int) -> ConsumerConfig:
        names = self._connection.names
        return ConsumerConfig(
            durable_name=names.durable(number),
            filter_subject=names.subject(number),
            deliver_subject=names.work(number),
            deliver_group=WORKERS,
            ack_policy=AckPolicy.EXPLICIT,
            ack_wait=self._ack_wait,
            max_ack_pending=1,
        )
