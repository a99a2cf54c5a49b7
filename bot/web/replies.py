"""The replies of a chat that a page has not seen yet."""

import asyncio
from collections.abc import AsyncIterator

from bot.web.channel import WebChannel
from bot.web.retelling import replied
from bot.web.wire import Replied
from storage import outbox
from storage.database import Database


class Replies:
    """Reads what a page lacks, at once or as it comes."""

    def __init__(self, database: Database, channel: WebChannel) -> None:
        self._database = database
        self._channel = channel

    def crowded(self, chat: str) -> bool:
        """Whether no further page of this chat can be kept informed."""
        return self._channel.crowded(chat)

    async def after(self, chat: str, seen: int) -> list[Replied]:
        """The replies later than the one a page has seen."""
        async with self._database.reading() as session:
            rows = await outbox.after(session, self._channel.name, chat, seen)
        return [replied(row.id, row.body) for row in rows]

    async def within(self, chat: str, seen: int, seconds: float) -> list[Replied]:
        """The same, but where there is none yet the answer waits that long for the first one."""
        if seconds == 0 or self._channel.closing or self.crowded(chat):
            return await self.after(chat, seen)
        with self._channel.listening(chat) as bell:
            replies = await self.after(chat, seen)
            if replies or await _silent(bell, seconds):
                return replies
            return await self.after(chat, seen)

    async def live(self, chat: str, seen: int) -> AsyncIterator[Replied]:
        """Every reply from then on, until the channel closes."""
        with self._channel.listening(chat) as bell:
            while not self._channel.closing:
                for reply in await self.after(chat, seen):
                    seen = reply.id
                    yield reply
                await bell.wait()
                bell.clear()


async def _silent(bell: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(bell.wait(), seconds)
    except TimeoutError:
        return True
    return False
