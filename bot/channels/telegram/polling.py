"""Long polling: we ask Telegram for updates, for a laptop or wherever nobody can reach us."""

import asyncio
import logging

from bot.channels.telegram.api import Api, Raw, translated
from bot.channels.telegram.door import Door
from bot.channels.telegram.wire import KINDS
from bot.errors import ChannelError, RetryLaterError

log = logging.getLogger(__name__)

HELD = 30
"""Seconds that Telegram holds a question open; it allows 50."""

WAITS = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds between tries while Telegram, or our memory, is away; the last one repeats."""


class Polling:
    """Asks for updates and confirms them once they are kept.

    The offset needs no storage: Telegram repeats what was not confirmed, and the inbox knows what it had.
    """

    def __init__(self, api: Api, door: Door, *, held: int = HELD, waits: tuple[float, ...] = WAITS) -> None:
        self._api = api
        self._door = door
        self._held = held
        self._waits = waits
        self._offset: int | None = None

    async def run(self) -> None:
        """Ask for ever."""
        failures = 0
        while True:
            try:
                await self.once()
                failures = 0
            except Exception as error:
                wait = self.wait(error, failures)
                failures += 1
                self._tell(error, wait)
                await asyncio.sleep(wait)

    async def once(self) -> None:
        """Ask once, and keep all that comes."""
        with translated():
            found = await self._api.updates(self._offset, held=self._held, kinds=KINDS)
        for raw in found:
            await self._keep(raw)

    async def _keep(self, raw: Raw) -> None:
        await self._door.take(raw)
        self._offset = int(raw["update_id"]) + 1

    def wait(self, error: Exception, failures: int) -> float:
        """How long to wait after so many failures in a row."""
        if isinstance(error, RetryLaterError):
            return error.seconds
        return self._waits[min(failures, len(self._waits) - 1)]

    def _tell(self, error: Exception, wait: float) -> None:
        if isinstance(error, ChannelError):
            log.error("Telegram is asked again in %s seconds. %s", wait, error)
        else:
            log.error("updates are kept again in %s seconds", wait, exc_info=error)
