"""Carries replies to one channel, and decides what becomes of a reply that was not taken."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from itertools import chain, repeat

from pydantic import ValidationError

from bot.channels.base import Channel, Delivery
from bot.errors import ChatGoneError, ChatMovedError, ReplyRefusedError, RetryLaterError
from bot.moving import move
from bot.pacing import Pace
from bot.watching import NOBODY, Fate, Watch, seconds
from handlers.reply import File, Reply
from motcua.clock import Clock, utc_now
from storage import follows, outbox
from storage.database import Database
from storage.outbox import Outgoing
from storage.session import Session

log = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)

MOST_TRIES = 50
"""Tries after which a reply is given up: by then it waited for about seven hours."""

WAITS = (0.5, 1.0, 2.0, 5.0)
"""Seconds between tries to write down what became of a reply while the database is away; the last repeats."""

ALL = ""
"""The key of the pace that all chats share."""

Change = Callable[[Session], Awaitable[object]]


class Courier:
    """One channel's errands. A chat's replies are carried one after the other, chats side by side."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        clock: Clock = utc_now,
        pace: Pace | None = None,
        watch: Watch = NOBODY,
    ) -> None:
        self.channel = channel
        self._database = database
        self._clock = clock
        self._pace = pace or Pace()
        self._watch = watch

    async def carry(self, rows: Sequence[Outgoing]) -> None:
        """Carry one chat's replies in order; behind one that has to wait the others wait too."""
        for row in rows:
            await self._turn(row.chat)
            if not await self._carried(row):
                return

    async def leave(self, chat: str) -> None:
        """Nobody can be reached in a chat any more: nothing waits for it, and it follows no dossier."""

        async def left(session: Session) -> None:
            await outbox.abandon(session, channel=self.channel.name, chat=chat)
            await follows.let_go(session, self.channel.name, chat)

        await self._keep(left)

    async def _turn(self, chat: str) -> None:
        abilities = self.channel.abilities
        await asyncio.sleep(self._pace.wait(chat, abilities.chat_rate(chat)))
        await asyncio.sleep(self._pace.wait(ALL, abilities.rate))

    async def _carried(self, row: Outgoing) -> bool:
        """Whether the chat's next reply may follow."""
        try:
            reply = Reply.model_validate_json(row.body)
            await self.channel.send(Delivery(id=row.id, chat=row.chat, reply=reply))
        except (ReplyRefusedError, ValidationError) as error:
            await self._give_up(row, type(error).__name__)
        except ChatGoneError:
            log.warning("delivery %d found nobody in its chat of channel %s", row.id, row.channel)
            await self.leave(row.chat)
            self._tell(row, Fate.GONE)
            return False
        except ChatMovedError as error:
            return await self._move(row, error.chat)
        except RetryLaterError as error:
            return await self._put_off(row, timedelta(seconds=error.seconds))
        except Exception:
            log.exception("delivery %d was not taken by channel %s", row.id, row.channel)
            return await self._put_off(row, min(FIRST_WAIT * 2 ** min(row.tries, 20), LONGEST_WAIT))
        else:
            self._tell(row, Fate.SENT)
            await self._keep(lambda session: self._sent(session, row, reply))
        return True

    async def _sent(self, session: Session, row: Outgoing, reply: Reply) -> None:
        await outbox.mark_sent(session, row.id, now=self._clock())
        if reply.files and not self.channel.abilities.reread:
            await outbox.replace(session, row.id, _without_content(reply).model_dump_json())

    async def _put_off(self, row: Outgoing, wait: timedelta) -> bool:
        if row.tries + 1 >= MOST_TRIES:
            await self._give_up(row, f"{MOST_TRIES} tries")
            return True
        self._tell(row, Fate.PUT_OFF)
        at = self._clock() + wait
        await self._keep(lambda session: outbox.mark_failed(session, row.id, now=self._clock(), retry_at=at))
        return False

    async def _give_up(self, row: Outgoing, why: str) -> None:
        log.error(
            "delivery %d to channel %s is given up and stays in the outbox: %s", row.id, row.channel, why
        )
        self._tell(row, Fate.GIVEN_UP)
        await self._keep(
            lambda session: outbox.mark_failed(session, row.id, now=self._clock(), retry_at=None)
        )

    async def _move(self, row: Outgoing, to: str) -> bool:
        self._tell(row, Fate.MOVED)
        await self._keep(lambda session: move(session, row.channel, row.chat, to))
        return False

    def _tell(self, row: Outgoing, fate: Fate) -> None:
        self._watch.carried(row.channel, fate, seconds(row.created_at, self._clock()))

    async def _keep(self, change: Change) -> None:
        """Write it down, waiting out a database that is away: forgetting it would send the reply again."""
        for wait in chain(WAITS, repeat(WAITS[-1])):
            try:
                await self._database.together(change, first=True)
            except Exception:
                log.exception("what became of a reply is written down in %s seconds", wait)
                await asyncio.sleep(wait)
            else:
                return


def _without_content(reply: Reply) -> Reply:
    """The channel has the files now: of ours their names are enough."""
    files = tuple(File.holding(one.name, one.media_type, b"") for one in reply.files)
    return reply.model_copy(update={"files": files})
