"""Brings what lies in the outbox to its channels: each chat in order, no chat waiting for another."""

import asyncio
import contextlib
import logging
from collections.abc import Collection, Sequence
from itertools import groupby

from bot.channels.base import Channel
from bot.courier import Courier
from bot.watching import NOBODY, Watch
from motcua.clock import Clock, utc_now
from storage import outbox
from storage.database import Database
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

LOOK_EVERY = 5.0
"""Seconds after which the outbox is looked through even if nobody woke the sender: retries come due."""

GATHER = 0.005
"""Seconds to wait after being woken: at a busy moment one look finds what many were woken for."""

ASK_AGAIN = 0.2
"""Seconds until a chat is asked for again to which another process is sending."""

Chat = tuple[str, str]
"""A channel's name and the chat within it."""


class Sender:
    """All channels of this process; woken whenever a message was answered."""

    def __init__(
        self,
        database: Database,
        channels: Sequence[Channel],
        clock: Clock = utc_now,
        watch: Watch = NOBODY,
    ) -> None:
        self._database = database
        self._clock = clock
        self._watch = watch
        self._grip = database.grip
        self._ended: set[str] = set()
        self._couriers: dict[str, Courier] = {}
        self._errands: dict[Chat, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._stopping = False
        self._task: asyncio.Task[None] | None = None
        for channel in channels:
            self.add(channel)

    def add(self, channel: Channel) -> None:
        """Send through this channel too."""
        self._couriers[channel.name] = Courier(self._database, channel, self._clock, watch=self._watch)

    async def leave(self, channel: str, chat: str) -> None:
        """The channel says by itself that nobody can be reached in a chat any more."""
        await self._couriers[channel].leave(chat)

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
            for task in (*late, *self._errands.values()):
                task.cancel()

    async def send_due(self) -> None:
        """Send all that is due now, each chat in order."""
        while await self._look():
            await asyncio.gather(*self._errands.values(), return_exceptions=True)

    async def _run(self) -> None:
        while not self._stopping:
            self._woken.clear()
            await self._look_in_peace()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), LOOK_EVERY)
                await asyncio.sleep(GATHER)
        await self.send_due()

    async def _look_in_peace(self) -> None:
        try:
            await self._look()
        except Exception:
            log.exception("the outbox cannot be looked through; it is tried again in %s seconds", LOOK_EVERY)

    async def _look(self) -> bool:
        """Begin an errand for every chat that has something due; False where there is and was none."""
        busy = bool(self._errands)
        ended, self._ended = self._ended, set()
        await self._grip.let_go(ended)
        rows = await self._ours()
        for chat, said in groupby(sorted(rows, key=_order), _chat):
            self._begin(chat, self._couriers[chat[0]], list(said))
        return busy or bool(rows)

    async def _ours(self) -> list[Outgoing]:
        """What is due in chats to which no other process sends; they are ours until their errand ends."""
        rows = await self._due(but={chat for _, chat in self._errands})
        if not rows or self._grip.alone:
            return rows
        chats = {_name(_chat(row)): row.chat for row in rows}
        held = await self._grip.take(chats)
        if len(held) < len(chats):
            asyncio.get_running_loop().call_later(ASK_AGAIN, self.wake)
        if not held:
            return []
        # Read once more: whoever held a chat until now may have sent what was found.
        rows = await self._due(among={chats[one] for one in held})
        rows = [row for row in rows if _name(_chat(row)) in held]
        await self._grip.let_go(held - {_name(_chat(row)) for row in rows})
        return rows

    async def _due(
        self, *, but: Collection[str] = (), among: Collection[str] | None = None
    ) -> list[Outgoing]:
        async with self._database.reading() as session:
            return await outbox.due(
                session, channel=list(self._couriers), now=self._clock(), but=but, among=among
            )

    def _begin(self, chat: Chat, courier: Courier, rows: list[Outgoing]) -> None:
        self._ended.discard(_name(chat))
        task = asyncio.create_task(courier.carry(rows))
        self._errands[chat] = task
        task.add_done_callback(lambda done: self._end(chat, done))

    def _end(self, chat: Chat, done: asyncio.Task[None]) -> None:
        del self._errands[chat]
        self._ended.add(_name(chat))
        if not done.cancelled() and done.exception():
            log.error("an errand of channel %s broke off", chat[0], exc_info=done.exception())
        self.wake()  # more may have been said there meanwhile


def _chat(row: Outgoing) -> Chat:
    return row.channel, row.chat


def _order(row: Outgoing) -> tuple[str, str, int]:
    return row.channel, row.chat, row.id


def _name(chat: Chat) -> str:
    return f"sending {chat[0]} {chat[1]}"
