"""A town over a fake Telegram that breaks down now and then, and brings some messages twice."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from typing import Any

from aiohttp import ClientSession

from benchmarks.soak.transcript import Line
from tests.fakes.telegram.chats import Params, Shown
from tests.fakes.telegram.faults import Fault, RefusedError, flood
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.pusher import Pusher, Update
from tests.fakes.telegram.server import FakeTelegram

PATIENCE = 120.0
"""Seconds without a single reply after which the town gives up."""

FAULTS: tuple[Fault, ...] = (
    flood(1),
    Fault(code=500, text="Internal Server Error"),
    Fault(code=502, text="Bad Gateway"),
    Fault(cut=True),
)
"""How a send goes wrong; none of them takes the message."""

SILENCE = 7.0
"""Seconds that the server says nothing, for longer than a client waits; it does not take the message."""


class Balancer(Pusher):
    """Brings each update to one of several web processes, and to another where that one is away."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.waits: list[float] = []
        self._turn = 0

    async def _posted(self, session: ClientSession, update: Update) -> int:
        self._turn += 1
        if self.urls:
            self.webhook = {**self.webhook, "url": self.urls[self._turn % len(self.urls)]}
        begun = monotonic()
        status = await super()._posted(session, update)
        if status == 200:
            self.waits.append(monotonic() - begun)
        return status


@dataclass
class Town(FakeTelegram):
    """``trouble`` is the share of sends that go wrong, ``repeats`` that of lines that are brought twice."""

    pusher: Balancer = field(default_factory=Balancer)
    random: Random = field(default_factory=Random)
    trouble: float = 0.0
    repeats: float = 0.0
    told: defaultdict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    faults: Counter[str] = field(default_factory=Counter)
    registered: asyncio.Event = field(default_factory=asyncio.Event)
    repeated: int = 0
    last_at: float = 0.0
    _arrived: defaultdict[int, asyncio.Event] = field(default_factory=lambda: defaultdict(asyncio.Event))

    @property
    def answers(self) -> int:
        """Replies in all chats together."""
        return sum(len(lines) for lines in self.told.values())

    async def converse(self, chat: int, lines: Sequence[str], *, hasty: bool, answers: int) -> None:
        """One person's lines; a hasty one does not wait for answers in between."""
        person = Person(self, chat=chat, number=chat)
        for number, line in enumerate(lines, 1):
            update = await person.say(line)
            if self.random.random() < self.repeats:
                await self._again(chat, update, line)
            if not hasty:
                await self._until(chat, min(number, answers))
        await self._until(chat, answers)

    async def _again(self, chat: int, number: int, line: str) -> None:
        """Telegram brings an update once more, as it does when an answer of ours got lost."""
        self.repeated += 1
        message = Person(self, chat=chat, number=chat).message(text=line)
        await self.deliver({"update_id": number, "message": message})

    async def _until(self, chat: int, answers: int) -> None:
        while len(self.told[chat]) < answers:
            self._arrived[chat].clear()
            try:
                await asyncio.wait_for(self._arrived[chat].wait(), PATIENCE)
            except TimeoutError:
                if monotonic() - self.last_at > PATIENCE:
                    return

    async def _setwebhook(self, params: Params) -> Any:
        answer = await super()._setwebhook(params)
        self.registered.set()
        return answer

    async def _sendmessage(self, params: Params) -> Any:
        await self._trouble()
        answer = await super()._sendmessage(params)
        shown: Shown = self.touched.pop()
        self.last_at = monotonic()
        self.told[shown.chat].append(Line(text=shown.text, at=self.last_at))
        self._arrived[shown.chat].set()
        self.calls.clear()
        return answer

    async def _trouble(self) -> None:
        if self.random.random() >= self.trouble:
            return
        fault = self.random.choice((*FAULTS, None))
        self.faults[fault.text if fault and not fault.cut else "cut" if fault else "time-out"] += 1
        if fault is None:
            await asyncio.sleep(SILENCE)
        raise RefusedError(fault or FAULTS[-1])
