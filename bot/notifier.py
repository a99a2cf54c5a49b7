"""Turns notices that are due into replies in the outbox: one a chat, however much moved."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from itertools import groupby

from bot.speech import spoken
from handlers.telling.notice import Moved, notice
from motcua.clock import Clock, utc_now
from storage import dossiers, notices, outbox
from storage.database import Database
from storage.notices import Notice
from storage.session import Session

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds between looks: changes also come from other processes."""

REMIND_EVERY = timedelta(minutes=10)
"""How often due dates are looked through."""

TOGETHER = 200
"""Notices that one transaction tells."""

CALM = timedelta(minutes=10)
STORM = 3
"""A chat that got so many messages with notices in that time gets the next ones together, after it."""


class Notifier:
    """One task that looks for notices; what it tells and that it told is committed together."""

    def __init__(
        self, database: Database, *, language: str, told: Callable[[], None], clock: Clock = utc_now
    ) -> None:
        self._database = database
        self._language = language
        self._told = told
        self._clock = clock
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._reminded = clock() - REMIND_EVERY

    async def start(self) -> None:
        """Begin to look."""
        self._stopping.clear()
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End after the look that is under way; what is left waits in the database."""
        self._stopping.set()
        if self._task is not None:
            await self._task

    async def tell_due(self) -> None:
        """Tell all that is due now."""
        while await self._tell_some():
            self._told()

    async def remind(self) -> None:
        """Queue what due dates tell."""
        async with self._database.writing() as session:
            await notices.remind(session, self._clock())
        self._reminded = self._clock()

    async def _run(self) -> None:
        while not self._stopping.is_set():
            await self._look()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), LOOK_EVERY)

    async def _look(self) -> None:
        """A database that is away, or a fault of ours, must not end the telling: it is tried again."""
        try:
            if self._clock() - self._reminded >= REMIND_EVERY:
                await self.remind()
            if await self._something_due():
                await self.tell_due()
        except Exception:
            log.exception("notices could not be told; they wait")

    async def _something_due(self) -> bool:
        async with self._database.reading() as session:
            return await notices.any_due(session, self._clock())

    async def _tell_some(self) -> bool:
        async with self._database.writing() as session:
            found = await notices.waiting(session, self._clock(), TOGETHER)
            by_chat = sorted(found, key=_chat)
            for _, group in groupby(by_chat, key=_chat):
                await self._tell(session, list(group))
        return bool(found)

    async def _tell(self, session: Session, found: Sequence[Notice]) -> None:
        channel, chat = _chat(found[0])
        ids = [one.id for one in found]
        now = self._clock()
        if await notices.told_since(session, channel, chat, now - CALM) >= STORM:
            await notices.put_off(session, ids, now + CALM)
            return
        say = await spoken(session, channel, chat, self._language)
        reply = notice(say, [one async for one in _moved(session, found)], now)
        body = reply.model_dump_json()
        outbox_id = await outbox.add(session, channel=channel, chat=chat, inbox_id=None, body=body, now=now)
        await notices.mark_told(session, ids, outbox_id, now)


def _chat(one: Notice) -> tuple[str, str]:
    return one.channel, one.chat


async def _moved(session: Session, found: Sequence[Notice]) -> AsyncIterator[Moved]:
    """Each dossier once, as it stands now, with all that is new about it."""
    for follow_id in dict.fromkeys(one.follow_id for one in found):
        own = [one for one in found if one.follow_id == follow_id]
        dossier = await dossiers.get(session, own[0].code)
        if dossier is not None:
            yield Moved(follow_id=follow_id, dossier=dossier, news=tuple(one.kind for one in own))
