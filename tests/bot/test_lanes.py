import asyncio
from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from bot import lanes as lanes_module
from bot.desk import Desk
from bot.envelope import open_envelope, sealed
from bot.lanes import Lanes
from handlers.answer import Answer
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.reply import Paragraph, Reply
from handlers.state import State
from storage.inbox import Envelope, Received

AT = datetime(2026, 11, 22, tzinfo=UTC)
DONE = Answer(replies=(Reply(blocks=(Paragraph(text="ok"),)),), state=State(), outcome=Outcome.ANSWERED)


def said(chat: str, text: str, event_id: str = "") -> Message:
    return Message(channel="test", chat=chat, event_id=event_id or f"{chat}-{text}", at=AT, text=text)


class ScriptedDesk(Desk):
    """A desk without a database: remembers what it worked on, can be slow, and can fail a few times."""

    def __init__(self, *, faults: int = 0, left: tuple[Message, ...] = ()) -> None:
        self.worked: list[str] = []
        self.busy: set[str] = set()
        self.gate = asyncio.Event()
        self.gate.set()
        self._seen: set[str] = set()
        self._faults = faults
        self._left = left

    async def receive(self, envelope: Envelope) -> Received | None:
        await asyncio.sleep(0)
        if envelope.event_id in self._seen:
            return None
        self._seen.add(envelope.event_id)
        return Received(id=len(self._seen), **asdict(envelope))

    async def waiting(self) -> list[Received]:
        return [Received(id=number, **asdict(sealed(message))) for number, message in enumerate(self._left)]

    async def work(self, received: Received) -> Answer:
        message = open_envelope(received)
        assert message.chat not in self.busy, "two messages of one chat at once"
        self.busy.add(message.chat)
        await self.gate.wait()
        self.busy.discard(message.chat)
        if self._faults:
            self._faults -= 1
            raise ConnectionError
        self.worked.append(f"{message.chat}:{message.text}")
        return DONE


def ignore() -> None:
    """Nobody waits for this answer."""


async def test_one_chat_is_answered_in_order() -> None:
    desk = ScriptedDesk()
    lanes = Lanes(desk, ignore)
    await asyncio.gather(*(lanes.accept(said("a", str(number))) for number in range(20)))
    await lanes.stop()
    assert desk.worked == [f"a:{number}" for number in range(20)]


async def test_chats_run_side_by_side() -> None:
    desk = ScriptedDesk()
    desk.gate.clear()
    lanes = Lanes(desk, ignore)
    for chat in "abc":
        await lanes.accept(said(chat, "1"))
    await asyncio.sleep(0)
    assert desk.busy == {"a", "b", "c"}
    desk.gate.set()
    await lanes.stop()


async def test_a_repeated_event_is_not_answered_again() -> None:
    desk = ScriptedDesk()
    lanes = Lanes(desk, ignore)
    assert await lanes.accept(said("a", "1", "e1"))
    assert not await lanes.accept(said("a", "1", "e1"))
    await lanes.stop()
    assert desk.worked == ["a:1"]


async def test_what_came_in_as_it_came_is_taken_once_too() -> None:
    desk = ScriptedDesk()
    lanes = Lanes(desk, ignore)
    envelope = sealed(said("a", "1"))
    assert await lanes.take(envelope)
    assert not await lanes.take(envelope)
    await lanes.stop()
    assert desk.worked == ["a:1"]


async def test_what_a_crash_left_is_answered_at_the_start() -> None:
    desk = ScriptedDesk(left=(said("a", "1"), said("a", "2"), said("b", "1")))
    lanes = Lanes(desk, ignore)
    await lanes.start()
    await lanes.stop()
    assert sorted(desk.worked) == ["a:1", "a:2", "b:1"]


async def test_a_message_waits_out_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes_module, "WAITS", (0.0,))
    desk = ScriptedDesk(faults=3)
    lanes = Lanes(desk, ignore)
    await lanes.accept(said("a", "1"))
    await lanes.accept(said("a", "2"))
    await lanes.stop()
    assert desk.worked == ["a:1", "a:2"]


async def test_the_sender_hears_of_every_answer() -> None:
    rung: list[str] = []
    lanes = Lanes(ScriptedDesk(), lambda: rung.append("ding"))
    await lanes.accept(said("a", "1"))
    await lanes.accept(said("b", "1"))
    await lanes.stop()
    assert rung == ["ding", "ding"]


async def test_stopping_does_not_wait_for_ever() -> None:
    desk = ScriptedDesk()
    desk.gate.clear()
    lanes = Lanes(desk, ignore)
    await lanes.accept(said("a", "1"))
    await lanes.stop(grace=0.01)
    assert desk.worked == []
