"""One process's share of the work: messages from the stream to the desk, acknowledged once answered."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import chain, repeat

from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import Error

from bot.desk import Desk
from bot.jetstream.connection import Connection
from bot.jetstream.names import PARTITIONS, WORKERS
from bot.jetstream.wire import unpacked
from bot.lanes import WAITS
from storage.inbox import Envelope

log = logging.getLogger(__name__)


class Worker:
    """Works one message a partition at a time, partitions side by side.

    Answered and not acknowledged, because a crash came between: the message comes again, and the inbox
    knows it.
    """

    def __init__(
        self, connection: Connection, desk: Desk, answered: Callable[[], None], *, beat: float
    ) -> None:
        self._connection = connection
        self._desk = desk
        self._answered = answered
        self._beat = beat
        self._subscriptions: list[Subscription] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Take part in the work."""
        client, names = self._connection.client, self._connection.names
        for number in range(PARTITIONS):
            self._subscriptions.append(
                await client.subscribe(names.work(number), queue=WORKERS, cb=self._begin)
            )

    async def stop(self, grace: float) -> None:
        """Take nothing more, and finish what was begun."""
        for subscription in self._subscriptions:
            with contextlib.suppress(Error):
                await subscription.unsubscribe()
        self._subscriptions.clear()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()

    async def _begin(self, message: Msg) -> None:
        task = asyncio.create_task(self._work(message))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, message: Msg) -> None:
        try:
            envelope = unpacked(message.data)
        except (ValueError, KeyError, TypeError):
            log.exception("something in the stream is no message of ours and is dropped")
            await message.term()
            return
        async with self._beating(message):
            await self._answer(envelope)
        self._answered()
        with contextlib.suppress(Error):  # unacknowledged it comes again, and the inbox knows it
            await message.ack()

    async def _answer(self, envelope: Envelope) -> None:
        """Answer it, waiting out a database that is away: skipping it would break the order."""
        for wait in chain(WAITS, repeat(WAITS[-1])):
            try:
                await self._desk.receive_and_work(envelope)
            except Exception:
                log.exception("event %s waits for %s seconds", envelope.event_id, wait)
                await asyncio.sleep(wait)
            else:
                return

    @asynccontextmanager
    async def _beating(self, message: Msg) -> AsyncIterator[None]:
        """Tell the server that it is being worked on."""
        beat = asyncio.create_task(self._beats(message))
        try:
            yield
        finally:
            beat.cancel()

    async def _beats(self, message: Msg) -> None:
        while True:
            await asyncio.sleep(self._beat)
            with contextlib.suppress(Error):
                await message.in_progress()
