"""Brings what lies in the outbox to its channels, in order, and again where a channel did not take it."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.channels.base import Channel, Delivery
from handlers.reply import Reply
from motcua.clock import Clock, utc_now
from storage import outbox
from storage.database import Database
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

LOOK_EVERY = 5.0
"""Seconds after which the outbox is looked through even if nobody woke the sender: retries come due."""

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)


class Sender:
    """One task for all channels of this process; woken whenever a message was answered."""

    def __init__(self, database: Database, channels: Sequence[Channel], clock: Clock = utc_now) -> None:
        self._database = database
        self._channels: Mapping[str, Channel] = {channel.name: channel for channel in channels}
        self._clock = clock
        self._woken = asyncio.Event()
        self._stopping = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._woken.set()

    async def start(self) -> None:
        """Begin to send, what an earlier run left behind first."""
        self._task = asyncio.create_task(self._run())

    async def stop(self, grace: float = 10.0) -> None:
        """Send what is due within ``grace`` seconds, then end; the rest stays in the outbox.

        A send is never cut off while there is time: what a channel took but we did not mark goes out twice.
        """
        self._stopping = True
        self.wake()
        if self._task is not None:
            _, late = await asyncio.wait([self._task], timeout=grace)
            for task in late:
                task.cancel()

    async def send_due(self) -> None:
        """Send all that is due now, each chat in order."""
        for channel in self._channels.values():
            while rows := await self._due(channel):
                await self._send_in_order(channel, rows)

    async def _run(self) -> None:
        while not self._stopping:
            self._woken.clear()
            await self.send_due()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), LOOK_EVERY)
        await self.send_due()

    async def _due(self, channel: Channel) -> list[Outgoing]:
        async with self._database.reading() as session:
            return await outbox.due(session, channel=channel.name, now=self._clock())

    async def _send_in_order(self, channel: Channel, rows: Sequence[Outgoing]) -> None:
        held: set[str] = set()  # a chat whose reply was not taken waits, or its next one would overtake
        for row in rows:
            if row.chat not in held and not await self._sent(channel, row):
                held.add(row.chat)

    async def _sent(self, channel: Channel, row: Outgoing) -> bool:
        reply = Reply.model_validate_json(row.body)
        try:
            await channel.send(Delivery(id=row.id, chat=row.chat, reply=reply))
        except Exception:
            log.exception("delivery %d was not taken by channel %s", row.id, channel.name)
            await self._put_off(row)
            return False
        async with self._database.writing() as session:
            await outbox.mark_sent(session, row.id, now=self._clock())
        return True

    async def _put_off(self, row: Outgoing) -> None:
        wait = min(FIRST_WAIT * 2**row.tries, LONGEST_WAIT)
        async with self._database.writing() as session:
            await outbox.mark_failed(session, row.id, now=self._clock(), retry_at=self._clock() + wait)
