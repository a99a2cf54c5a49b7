"""A talk over a channel: every line goes over the wire, through the lanes and the sender, and back."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import datetime

from bot.channels.base import Channel
from bot.desk import Desk
from bot.lanes import Lanes
from bot.sender import Sender
from bot.sight import Sight
from bot.watching import NOBODY, Watch
from handlers.answer import Answer
from tests.fakes.talk import Talk
from tests.fakes.witness import Witness

PATIENCE = 20


@dataclass
class WiredTalk(Talk):
    """What a channel's talk adds: how its person acts, and what of it stands on their screen."""

    watch: Watch = NOBODY
    sight: Sight = field(default_factory=Sight)
    sender: Sender = field(init=False)
    desk: Desk = field(init=False)
    lanes: Lanes = field(init=False)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def clock(self) -> datetime:
        """The time of the talk, for every part between the person and the database."""
        return self.now

    def goes_over(self, channel: Channel) -> None:
        """Put the parts of a service together behind this channel."""
        self.sender = Sender(self.database, [channel], clock=self.clock)
        self.desk = Desk(self.database, Witness(self), clock=self.clock, watch=self.watch, sight=self.sight)
        self.lanes = Lanes(self.desk, answered=self.answered.set)

    async def done(self, act: Awaitable[object]) -> Answer:
        """Act, and wait until the answer stands where the person reads it."""
        self.answered.clear()
        await act
        await asyncio.wait_for(self.answered.wait(), PATIENCE)
        await self.sender.send_due()
        return self.last
