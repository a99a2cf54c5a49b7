"""A citizen who presses and types at random, in several chats at once, and looks at every answer."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from benchmarks.walk import faces
from benchmarks.walk.lines import PRESSES, a_line
from benchmarks.walk.manners import check, demand
from bot.channels.text import plain
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from handlers.options import options
from handlers.outcome import Outcome
from handlers.reply import Button
from handlers.state import State
from storage.chats import load_state
from storage.database import Database
from storage.session import Session

CHANNEL = "walk"

OLD = 500
"""So many buttons are remembered, to be pressed once more much later."""

BATCH = 200
"""Steps of one transaction, for speed."""


@dataclass
class Report:
    """How the walk went: how often each outcome was met, and every fault with what led to it."""

    steps: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[dict[str, str]] = field(default_factory=list)

    def json(self) -> str:
        """For machines."""
        told = {
            "steps": self.steps,
            "faults": len(self.faults),
            "outcomes": dict(self.outcomes.most_common()),
        }
        return json.dumps(told | {"first_faults": self.faults[:5]}, ensure_ascii=False, indent=2)


@dataclass
class Walker:
    """Walks from ``now`` on; the same ``random`` walks the same way."""

    database: Database
    dialogue: Dialogue
    asked: Sequence[str]
    random: Random
    now: datetime
    chats: int = 8
    report: Report = field(default_factory=Report)
    shown: dict[str, tuple[Button, ...]] = field(default_factory=dict)
    put: dict[str, str] = field(default_factory=dict)
    old: list[str] = field(default_factory=lambda: list(PRESSES))

    async def walk(self, steps: int) -> Report:
        """Take so many steps."""
        while self.report.steps < steps:
            async with self.database.writing() as session:
                for _ in range(min(BATCH, steps - self.report.steps)):
                    await self._step(session)
        return self.report

    async def _step(self, session: Session) -> None:
        self.report.steps += 1
        self.now += timedelta(seconds=self.random.choice((5, 5, 5, 90_000, 3_000_000)))
        chat = str(self.random.randrange(self.chats))
        message = self._message(chat)
        try:
            async with session.begin_nested():
                answer = await self.dialogue.answer(session, message)
            self._look(answer)
            self._look_back(message, answer)
            await self._remembered(session, message, answer)
        except Exception as fault:  # whatever it is, it is a finding
            self._found(message, fault)
            return
        self.report.outcomes[answer.outcome.value] += 1
        self.shown[chat] = options(answer.replies[-1])
        self.old = [*self.old, *(one.press for one in self.shown[chat])][-OLD:]

    def _message(self, chat: str) -> Message:
        kind, shown = self.random.random(), self.shown.get(chat, ())
        press = text = ""
        if kind < 0.6 and shown:
            press = self.random.choice(shown).press
        elif kind < 0.7:
            press = self.random.choice(self.old)
        else:
            text = a_line(self.random, self.asked)
        event = str(self.report.steps)
        return Message(channel=CHANNEL, chat=chat, event_id=event, at=self.now, text=text, press=press)

    def _look(self, answer: Answer) -> None:
        demand(answer.outcome is not Outcome.FAILED, answer)
        check(answer)
        for reply in answer.replies:
            faces.check(reply)

    def _look_back(self, message: Message, answer: Answer) -> None:
        """A line that was no answer is not met with the same question once more."""
        question = plain(answer.replies[-1]) if answer.outcome is Outcome.CLARIFIED and message.text else ""
        demand(not question or question != self.put.get(message.chat), f"asked twice: {question}")
        self.put[message.chat] = question

    async def _remembered(self, session: Session, message: Message, answer: Answer) -> None:
        """What was stored is read again as it was."""
        stored = State.load(await load_state(session, message.channel, message.chat))
        demand(stored == answer.state, "the state was lost")

    def _found(self, message: Message, fault: Exception) -> None:
        told = f"{type(fault).__name__}: {fault}"[:1500]
        self.report.faults.append({"text": message.text[:80], "press": message.press, "fault": told})
