"""A channel that lives in memory: the smallest whole one, and what tests talk over."""

from collections import defaultdict, deque
from typing import Protocol

from bot.channels.base import Abilities, Delivery
from handlers.message import Message
from handlers.reply import Reply
from motcua.clock import Clock, utc_now
from storage.inbox import Envelope


class Lanes(Protocol):
    """Where what came in is handed over."""

    async def take(self, envelope: Envelope) -> bool:
        """Take it to be answered in its chat's order; False where it was taken before."""
        ...


class MemoryChannel:
    """Keeps what it was given to say: ``said`` by chat, in order, each reply under its delivery's number.

    A number that comes again is dropped: here a repeated send does no harm.
    """

    abilities = Abilities(buttons=True, edit=True)

    def __init__(self, name: str = "memory", clock: Clock = utc_now) -> None:
        self.name = name
        self.said: defaultdict[str, dict[int, Reply]] = defaultdict(dict)
        self._clock = clock
        self._refusals: deque[Exception] = deque()

    def refuse(self, *errors: Exception) -> None:
        """Answer the next sends like this."""
        self._refusals.extend(errors)

    async def send(self, delivery: Delivery) -> None:
        """Keep a reply."""
        if self._refusals:
            raise self._refusals.popleft()
        self.said[delivery.chat].setdefault(delivery.id, delivery.reply)

    async def hear(self, lanes: Lanes, chat: str, event_id: str, words: str) -> bool:
        """Somebody wrote; False where this was heard before."""
        return await lanes.take(
            Envelope(channel=self.name, chat=chat, event_id=event_id, body=words, at=self._clock(), raw=True)
        )

    def read(self, envelope: Envelope) -> Message | None:
        """What was written; silence is meant for nobody."""
        if not envelope.body.strip():
            return None
        return Message(
            channel=self.name,
            chat=envelope.chat,
            event_id=envelope.event_id,
            at=envelope.at,
            text=envelope.body,
        )
