"""The web as a channel: a bell for every open page, rung when its chat has a new reply."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from bot.channels.base import Abilities, Delivery

LISTENERS_PER_CHAT = 8
"""Pages and tabs of one chat that may be open at once."""


class WebChannel:
    """Tells open pages that there is something to read; they read it from the outbox, where it stays.

    So a page that is away, or slow, or that comes back, gets every reply once and in order.
    """

    name = "web"
    abilities = Abilities(buttons=True, edit=True, reread=True)

    def __init__(self) -> None:
        self._bells: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.closing = False

    async def send(self, delivery: Delivery) -> None:
        """Ring for the pages of this chat; there may be none."""
        self.ring(delivery.chat)

    def ring(self, chat: str) -> None:
        """There is something new to read in a chat."""
        for bell in self._bells.get(chat, ()):
            bell.set()

    def ring_all(self) -> None:
        """There may be something new in any chat."""
        for chat in list(self._bells):
            self.ring(chat)

    def crowded(self, chat: str) -> bool:
        """Whether no further page of this chat is let in."""
        return len(self._bells.get(chat, ())) >= LISTENERS_PER_CHAT

    @contextmanager
    def listening(self, chat: str) -> Iterator[asyncio.Event]:
        """A bell that rings for new replies of this chat, and when the channel closes."""
        bell = asyncio.Event()
        self._bells[chat].add(bell)
        try:
            yield bell
        finally:
            self._bells[chat].discard(bell)
            if not self._bells[chat]:
                del self._bells[chat]

    def close(self) -> None:
        """Send every open page away; it comes back when the service does."""
        self.closing = True
        self.ring_all()
