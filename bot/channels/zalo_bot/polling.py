"""Long polling: one event a question, without any way to confirm it."""

import asyncio

from bot.channels.asking import WAITS, ask_for_ever
from bot.channels.zalo_bot.api import Api
from bot.channels.zalo_bot.door import Door

HELD = 30
"""Seconds that Zalo holds a question open."""

AGAIN = 1.0
"""Seconds before the next question where the last one brought nothing new: Zalo repeats events."""


class Polling:
    """Asks for events; one that was given before was claimed before, and does nothing."""

    def __init__(
        self,
        api: Api,
        door: Door,
        *,
        held: int = HELD,
        again: float = AGAIN,
        waits: tuple[float, ...] = WAITS,
    ) -> None:
        self._api = api
        self._door = door
        self._held = held
        self._again = again
        self._waits = waits

    async def run(self) -> None:
        """Ask for ever."""
        await ask_for_ever(self.once, "Zalo", self._waits)

    async def once(self) -> None:
        """Ask once, and keep what comes."""
        raw = await self._api.event(self._held)
        if raw is not None and not await self._door.take(raw):
            await asyncio.sleep(self._again)
