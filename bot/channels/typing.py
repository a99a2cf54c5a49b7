"""Says "typing" while an answer takes long, on channels that can."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from bot.errors import ChannelError

AFTER = 1.0
"""Seconds before it is worth saying."""

AGAIN = 4.5
"""Seconds until a channel would stop showing it."""

MOST = 6
"""How often it is said for one answer: about half a minute."""

AT_ONCE = 20
"""Chats that see it at the same time: where more wait, every request is needed for their answers."""

Show = Callable[[str], Awaitable[object]]
"""Lets a chat see it once; raises ChannelError where the channel refuses."""


class Typing:
    """One task a chat that waits for its answer."""

    def __init__(self, show: Show, after: float = AFTER, again: float = AGAIN) -> None:
        self._show = show
        self._after = after
        self._again = again
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def begin(self, chat: str) -> None:
        """An answer is being worked on."""
        if chat not in self._tasks and len(self._tasks) < AT_ONCE:
            self._tasks[chat] = asyncio.create_task(self._say(chat))

    def end(self, chat: str) -> None:
        """It is there, or nobody works on it any more."""
        task = self._tasks.pop(chat, None)
        if task is not None:
            task.cancel()

    def close(self) -> None:
        """End them all."""
        for chat in list(self._tasks):
            self.end(chat)

    async def _say(self, chat: str) -> None:
        await asyncio.sleep(self._after)
        with contextlib.suppress(ChannelError):  # a courtesy: nobody misses it
            for _ in range(MOST):
                await self._show(chat)
                await asyncio.sleep(self._again)
        self._tasks.pop(chat, None)
