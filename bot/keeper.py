"""Lets go of what has been kept long enough: once a day, a batch at a time."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from motcua.clock import Clock, in_vietnam, utc_now
from storage import asked, keeping, years
from storage.database import Database
from storage.session import Session

log = logging.getLogger(__name__)

EVERY = 24 * 3600.0
"""Seconds between two looks."""

MONTH = timedelta(days=365.25 / 12)

_Forget = Callable[[Session, datetime], Awaitable[int]]


class Keeper:
    """One task beside the service; ``months`` is how long an ended dossier is kept, and what was said."""

    def __init__(self, database: Database, *, months: int, clock: Clock = utc_now) -> None:
        self._database = database
        self._months = months
        self._clock = clock
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to look."""
        self._stopping.clear()
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End after the batch that is under way."""
        self._stopping.set()
        if self._task is not None:
            await self._task

    async def let_go(self) -> int:
        """Delete what is past its time; how many dossiers."""
        before = self._clock() - self._months * MONTH
        gone = await self._all(keeping.forget_dossiers, before)
        await self._all(keeping.forget_lines, before)
        async with self._database.writing() as session:
            await keeping.forget_traces(session, self._clock())
            await asked.forget(session, in_vietnam(self._clock()).date())
            await years.turn(session, self._clock(), before)
        if gone:
            log.info("%d dossiers were past their time and are deleted", gone)
        return gone

    async def _all(self, forget: _Forget, before: datetime) -> int:
        """A batch at a time, until none is left or the service stops."""
        gone = 0
        while not self._stopping.is_set():
            async with self._database.writing() as session:
                count = await forget(session, before)
            if not count:
                break
            gone += count
        return gone

    async def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                await self.let_go()
            except Exception:
                log.exception("what is past its time could not be deleted; it is tried again")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), EVERY)
