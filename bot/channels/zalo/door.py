"""Where events come in: told apart, noted, and given to the lanes where somebody waits for an answer."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.channels.zalo.event import Event
from bot.channels.zalo.reading import NAME, Reader
from bot.channels.zalo.takeover import Takeover
from handlers.message import Message
from motcua.clock import Clock, utc_now
from storage import chats, persons, presences
from storage.database import Database
from storage.inbox import Envelope
from storage.presences import Presence

log = logging.getLogger(__name__)

EXACT = timedelta(minutes=10)
"""A word is noted where the last one noted is older: for most lines one write fewer."""

LATE = timedelta(hours=2)
"""An event is brought at most so much later; what claims to be older has no time that we know."""

Gone = Callable[[str, str], Awaitable[None]]
"""Told of a channel and a chat in which nobody can be reached any more."""


class Lanes(Protocol):
    """Where what came in is handed over, to be answered in its chat's order; False where it was before."""

    async def take(self, envelope: Envelope) -> bool:
        """Take it as it came."""
        ...

    async def accept(self, message: Message) -> bool:
        """Take a message of our own making."""
        ...


class Door:
    """Takes events. One that was taken is safe; taking it again does nothing.

    ``gone`` is told of people who left the account; with ``keeps_phones`` a number that was shared is kept,
    sealed, for templates.
    """

    def __init__(
        self,
        lanes: Lanes,
        database: Database,
        reader: Reader,
        takeover: Takeover,
        *,
        gone: Gone,
        keeps_phones: bool = False,
        clock: Clock = utc_now,
    ) -> None:
        self._lanes = lanes
        self._database = database
        self._reader = reader
        self._takeover = takeover
        self._gone = gone
        self._keeps_phones = keeps_phones
        self._clock = clock

    async def take(self, body: bytes) -> None:
        """Take one event; raises only where it could not be kept and must come again."""
        event = Event.read(body)
        if event is None or not self._reader.concerns(event) or event.peer is None:
            return
        chat = event.peer.chat
        if event.name == "unfollow":
            await self._gone(NAME, chat)
        elif event.name == "user_withdraw":
            await self._withdraw(chat)
        elif event.ours:
            await self._takeover.echoed(event, chat)
        elif message := self._reader.message(event, event.peer, self._clock()):
            await self._heard(event, message, body)

    async def _heard(self, event: Event, message: Message, body: bytes) -> None:
        async with self._database.reading() as session:
            known = await presences.get(session, NAME, message.chat)
        await self._note(event, message, known)
        if not self._takeover.quiet(known):
            await self._lanes.take(_envelope(message, body))
        elif back := await self._takeover.called_back(message):
            await self._lanes.accept(back)

    async def _note(self, event: Event, message: Message, known: Presence | None) -> None:
        """When the person spoke decides until when we may write to them."""
        at = _moment(event, message.at)
        keep = self._keeps_phones and message.phone
        if known is not None and at - known.spoke_at < EXACT and not keep:
            return
        async with self._database.writing() as session:
            await presences.spoke(session, NAME, message.chat, at)
            if keep:
                await presences.keep_phone(session, NAME, message.chat, message.phone)

    async def _withdraw(self, chat: str) -> None:
        """The person withdrew their consent or wants their data deleted: all of it goes, with a receipt."""
        async with self._database.writing() as session:
            await chats.load_state(session, NAME, chat)  # held: what is being answered there comes before
            if not any((await persons.held(session, NAME, chat)).values()):
                return
            receipt = await persons.erase(session, NAME, chat, self._clock())
        log.warning("somebody withdrew their data; it is erased under receipt %s", receipt.number)


def _envelope(message: Message, body: bytes) -> Envelope:
    return Envelope(
        channel=message.channel,
        chat=message.chat,
        event_id=message.event_id,
        body=body.decode(),
        at=message.at,
        raw=True,
    )


def _moment(event: Event, now: datetime) -> datetime:
    """When it happened, by Zalo's clock of milliseconds, or else now."""
    try:
        at = datetime.fromtimestamp(int(event.text("timestamp")) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return now
    return at if now - LATE <= at <= now else now
