"""Asks a system that cannot push as soon as somebody types a code, while they look up their four digits.

The reply to a code waits for nothing and is the same for every code, so it tells nobody what the other system
holds. Only the line after it waits, for a while and in that chat alone.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import ClientSession

from bot.intake.pull import LgspPull, Pull
from bot.settings import Settings
from bot.web.limits import Limiter, Rate
from handlers.message import Message
from knowledge.dossier_code import find
from storage.database import Database
from storage.deliveries import apply_all
from storage.keyed_hash import KeyedHash

log = logging.getLogger(__name__)

PATIENCE: Final = 6.0
"""Seconds that the line after a code waits at most."""

CHAT: Final = Rate(burst=5, per_second=1 / 180)
"""Codes of one chat that are asked for: nobody guesses in another's system through us."""

ALL: Final = Rate(burst=20, per_second=5)
"""Codes of all chats together."""


class Asking:
    """What is fetched is taken in as a delivery is; a fault of the other side changes nothing here."""

    def __init__(
        self, database: Database, hasher: KeyedHash, pull: Pull, *, patience: float = PATIENCE
    ) -> None:
        self._database = database
        self._hasher = hasher
        self._pull = pull
        self._patience = patience
        self._chats = Limiter(CHAT)
        self._all = Limiter(ALL)
        self._under_way: dict[tuple[str, str], asyncio.Task[None]] = {}

    async def __call__(self, message: Message) -> None:
        """Begin to ask for the code of a line; or wait for the answer about the code before it."""
        chat = (message.channel, message.chat)
        codes = [] if message.public else find(message.text)
        if not codes:
            await self._wait(chat)
        elif chat not in self._under_way and self._chats.allow("/".join(chat)) and self._all.allow(""):
            self._begin(chat, codes[0].text)

    async def close(self) -> None:
        """Give up what is under way."""
        for task in list(self._under_way.values()):
            task.cancel()

    def _begin(self, chat: tuple[str, str], code: str) -> None:
        task = asyncio.create_task(self._fetch(code))
        self._under_way[chat] = task
        task.add_done_callback(lambda _: self._under_way.pop(chat, None))

    async def _wait(self, chat: tuple[str, str]) -> None:
        task = self._under_way.get(chat)
        if task is not None:
            await asyncio.wait([task], timeout=self._patience)

    async def _fetch(self, code: str) -> None:
        try:
            reading = await self._pull.fetch(code)
            if reading.reports:
                async with self._database.writing() as session:
                    await apply_all(session, self._hasher, reading.reports)
        except Exception:
            log.exception("what another system says of a dossier could not be taken in")


@asynccontextmanager
async def asking(settings: Settings, database: Database, hasher: KeyedHash) -> AsyncIterator[Asking | None]:
    """Ready to ask the system of the settings; None where they name none."""
    if not settings.pull_url:
        yield None
        return
    token = settings.pull_token.get_secret_value() if settings.pull_token else ""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with ClientSession(headers=headers) as http:
        asked = Asking(database, hasher, LgspPull(http, settings.pull_url, source=settings.pull_source))
        try:
            yield asked
        finally:
            await asked.close()
