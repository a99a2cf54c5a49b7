"""Long polling: we ask Telegram for updates, for a laptop or wherever nobody can reach us."""

from bot.channels.asking import WAITS, ask_for_ever
from bot.channels.telegram.api import Api, Raw, translated
from bot.channels.telegram.door import Door
from bot.channels.telegram.wire import KINDS

HELD = 30
"""Seconds that Telegram holds a question open; it allows 50."""


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
        await ask_for_ever(self.once, "Telegram", self._waits)

    async def once(self) -> None:
        """Ask once, and keep all that comes."""
        with translated():
            found = await self._api.updates(self._offset, held=self._held, kinds=KINDS)
        for raw in found:
            await self._keep(raw)

    async def _keep(self, raw: Raw) -> None:
        await self._door.take(raw)
        self._offset = int(raw["update_id"]) + 1
