"""One lane a chat: its messages are answered strictly in order, while chats run side by side."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from itertools import chain, repeat
from weakref import WeakValueDictionary

from bot.desk import Desk
from bot.envelope import sealed
from handlers.message import Message
from storage.inbox import Envelope, Received

log = logging.getLogger(__name__)

Chat = tuple[str, str]
"""A channel's name and the chat within it."""

WAITS = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds between tries while the database is away; the last one repeats."""


class Lanes:
    """Runs messages through the desk inside this process.

    What came in is safe once ``take`` returns: it lies in the inbox, and what a crash leaves there is
    answered at the next start.
    """

    def __init__(self, desk: Desk, answered: Callable[[], None]) -> None:
        self._desk = desk
        self._answered = answered
        self._queues: dict[Chat, deque[Received]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._doors: WeakValueDictionary[Chat, asyncio.Lock] = WeakValueDictionary()

    async def start(self) -> None:
        """Take up what was claimed but not answered before."""
        for received in await self._desk.waiting():
            self._queue(received)

    async def accept(self, message: Message) -> bool:
        """Take a message that its channel has read already; False where it was taken before."""
        return await self.take(sealed(message))

    async def take(self, envelope: Envelope) -> bool:
        """Claim what came in and queue it in its chat's lane; False where it was claimed before."""
        door = self._doors.setdefault((envelope.channel, envelope.chat), asyncio.Lock())
        async with door:  # two lines of one chat are claimed and queued in the same order
            received = await self._desk.receive(envelope)
            if received is None:
                return False
            self._queue(received)
        return True

    async def stop(self, grace: float = 10.0) -> None:
        """Finish what was accepted within ``grace`` seconds; the rest stays in the inbox for later."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()

    def _queue(self, received: Received) -> None:
        chat = (received.channel, received.chat)
        if chat in self._queues:
            self._queues[chat].append(received)
            return
        self._queues[chat] = deque([received])
        task = asyncio.create_task(self._drain(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, chat: Chat) -> None:
        queue = self._queues[chat]
        try:
            while queue:
                await self._work(queue.popleft())
                self._answered()
        finally:
            del self._queues[chat]

    async def _work(self, received: Received) -> None:
        """Answer one message, waiting out a database that is away: skipping it would break the order."""
        for wait in chain(WAITS, repeat(WAITS[-1])):
            try:
                await self._desk.work(received)
            except Exception:
                log.exception("message %d waits for %s seconds", received.id, wait)
                await asyncio.sleep(wait)
            else:
                return
