"""One lane a chat: its messages are answered strictly in order, while chats run side by side."""

import asyncio
from collections import deque
from collections.abc import Callable
from weakref import WeakValueDictionary

from handlers.message import Message

from bot.desk import Desk

Chat = tuple[str, str]
"""A channel's name and the chat within it."""


class Lanes:
    """Runs messages through the desk inside this process.

    A message is safe once ``accept`` returns: it lies in the inbox, and what a crash leaves there is
    answered at the next start.
    """

    def __init__(self, desk: Desk, answered: Callable[[], None]) -> None:
        self._desk = desk
        self._answered = answered
        self._queues: dict[Chat, deque[tuple[int, Message]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._doors: WeakValueDictionary[Chat, asyncio.Lock] = WeakValueDictionary()

    async def start(self) -> None:
        """Take up what was claimed but not answered before."""
        for inbox_id, message in await self._desk.waiting():
            self._queue(inbox_id, message)

    async def accept(self, message: Message) -> bool:
        """Claim a message and queue it in its chat's lane; False where it was claimed before."""
        door = self._doors.setdefault((message.channel, message.chat), asyncio.Lock())
        async with door:  # two lines of one chat are claimed and queued in the same order
            inbox_id = await self._desk.receive(message)
            if inbox_id is None:
                return False
            self._queue(inbox_id, message)
        return True

    async def stop(self) -> None:
        """Finish every message that was accepted."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    def _queue(self, inbox_id: int, message: Message) -> None:
        chat = (message.channel, message.chat)
        if chat in self._queues:
            self._queues[chat].append((inbox_id, message))
            return
        self._queues[chat] = deque([(inbox_id, message)])
        task = asyncio.create_task(self._drain(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, chat: Chat) -> None:
        queue = self._queues[chat]
        try:
            while queue:
                await self._desk.work(*queue.popleft())
                self._answered()
        finally:
            del self._queues[chat]
