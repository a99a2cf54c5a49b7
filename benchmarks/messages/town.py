"""A town that writes to a bot over a fake Telegram, and looks at its watch."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from time import perf_counter
from typing import Any

from benchmarks.messages.figures import Figures
from tests.fakes.telegram.chats import Params, Shown
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import FakeTelegram

PATIENCE = 30.0
"""Seconds after which a line counts as lost."""

Heard = asyncio.Queue[tuple[float, str]]
"""What came into one chat, and when."""


@dataclass
class Town(FakeTelegram):
    """The server and everybody in its chats. ``marks`` is how the answer to a line begins."""

    marks: dict[str, str] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures)
    registered: asyncio.Event = field(default_factory=asyncio.Event)
    _newcomers: int = 1000
    _heard: defaultdict[int, Heard] = field(default_factory=lambda: defaultdict(asyncio.Queue))

    async def learn(self, lines: Sequence[str]) -> None:
        """Ask each line after the one before it, as everybody does, and keep how its answer begins."""
        one = Person(self, chat=1, number=1)
        for line in (*lines, *lines):
            await one.say(line)
            _, text = await asyncio.wait_for(self._heard[1].get(), PATIENCE)
            self.marks[line] = _beginning(text)

    async def ask(self, lines: Sequence[str], *, chats: int, seconds: float, pause: float = 0.0) -> Figures:
        """Everybody asks, and asks on once they were answered and ``pause`` seconds after their last line.

        All are new to the bot: what one asked before may decide what the next answer says.
        """
        self.figures = Figures()
        everybody = range(self._newcomers, self._newcomers + chats)
        self._newcomers += chats
        await asyncio.gather(*(self._meet(chat, lines[(chat - 1) % len(lines)]) for chat in everybody))
        begun = perf_counter()
        await asyncio.gather(*(self._talk(chat, lines, begun, seconds, pause) for chat in everybody))
        self.figures.seconds = perf_counter() - begun
        return self.figures

    async def _meet(self, chat: int, line: str) -> None:
        """The first answer of a chat introduces the bot, and connections are made."""
        await Person(self, chat=chat, number=chat).say(line)
        await asyncio.wait_for(self._heard[chat].get(), PATIENCE)

    async def _talk(
        self, chat: int, lines: Sequence[str], begun: float, seconds: float, pause: float
    ) -> None:
        person = Person(self, chat=chat, number=chat)
        await asyncio.sleep(pause * (chat % 97) / 97)  # not all in the same moment
        for line in islice(cycle(lines), chat % len(lines), None):
            asked = perf_counter()
            if asked - begun > seconds:
                return
            await person.say(line)
            if not await self._hear(chat, line, asked):
                return  # what comes later would be taken for the answer to the next line
            await asyncio.sleep(max(0.0, asked + pause - perf_counter()))

    async def _hear(self, chat: int, line: str, asked: float) -> bool:
        try:
            at, text = await asyncio.wait_for(self._heard[chat].get(), PATIENCE)
        except TimeoutError:
            self.figures.lost += 1
            return False
        self.figures.waits.append(at - asked)
        if _beginning(text) != self.marks.get(line, line):
            self.figures.disordered += 1
        while not self._heard[chat].empty():
            self.figures.doubled += _beginning(self._heard[chat].get_nowait()[1]) == _beginning(text)
        return True

    async def _setwebhook(self, params: Params) -> Any:
        answer = await super()._setwebhook(params)
        self.registered.set()
        return answer

    async def _sendmessage(self, params: Params) -> Any:
        answer = await super()._sendmessage(params)
        shown: Shown = self.touched.pop()
        self._heard[shown.chat].put_nowait((perf_counter(), shown.text))
        return answer


def _beginning(text: str) -> str:
    return text.partition("\n")[0]
