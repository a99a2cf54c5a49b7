"""What stands on pictures that people send: fetched when their turn comes, read, and let go. None is kept."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot import qr_reading
from handlers.message import Kind, Message

log = logging.getLogger(__name__)

Fetch = Callable[[str], Awaitable[bytes]]
"""Gets a picture from its channel by the channel's own name for it."""

PATIENCE = 20.0
"""Seconds that a picture may take to come."""


class Sight:
    """Reads the codes on a message's picture. Without any the message stays as it was."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._sources: dict[str, Fetch] = {}

    def add(self, channel: str, fetch: Fetch) -> None:
        """Pictures of this channel are fetched so."""
        self._sources[channel] = fetch

    async def __call__(self, message: Message) -> Message:
        """The message with what its picture says as its text, and of the kind of a picture."""
        fetch = self._sources.get(message.channel)
        if not message.picture or fetch is None:
            return message
        text = await self._read(message, fetch)
        return replace(message, kind=Kind.PICTURE, text=text) if text else message

    async def _read(self, message: Message, fetch: Fetch) -> str:
        try:
            async with asyncio.timeout(self._patience):
                content = await fetch(message.picture)
        except Exception:
            log.exception("a picture of channel %s could not be fetched", message.channel)
            return ""
        return await asyncio.to_thread(qr_reading.read, content)
