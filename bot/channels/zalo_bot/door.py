"""Where events come in, however they came: claimed as they are, and read when their turn comes."""

import json
import logging
from typing import Protocol

from bot.channels.typing import Typing
from bot.channels.zalo_bot.channel import NAME
from bot.channels.zalo_bot.reading import Reader, place
from bot.channels.zalo_bot.wire import Event, Raw
from handlers.message import Message
from motcua.clock import Clock, utc_now
from storage.inbox import Envelope

log = logging.getLogger(__name__)


class Lanes(Protocol):
    """Where what came in is handed over."""

    async def take(self, envelope: Envelope) -> bool:
        """Take it to be answered in its chat's order; False where it was taken before."""
        ...


class Door:
    """Takes events into the lanes. An event that was taken is safe; taking it again does nothing."""

    def __init__(self, lanes: Lanes, typing: Typing, *, name: str, clock: Clock = utc_now) -> None:
        self._lanes = lanes
        self._typing = typing
        self._reader = Reader(name=name)
        self._clock = clock

    async def take(self, raw: Raw) -> bool:
        """Take one event; False where it was nothing new. Raises only where it could not be kept."""
        event = Event.read(raw)
        if event is None:
            log.warning("an event of the Zalo Bot Platform cannot be read and is left")
        if event is None or event.message is None:
            return False
        envelope = Envelope(
            channel=NAME,
            chat=place(event.message).text,
            event_id=event.message.message_id,
            body=json.dumps(raw, ensure_ascii=False),
            at=self._clock(),
            raw=True,
        )
        return await self._lanes.take(envelope)

    def read(self, envelope: Envelope) -> Message | None:
        """What an event that was taken says to us; where answering takes long, "typing" is shown."""
        message = self._reader.read(envelope)
        if message is not None:
            self._typing.begin(message.chat)
        return message
