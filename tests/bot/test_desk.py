import logging

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.desk import Desk
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Kind, Message
from handlers.outcome import Outcome
from handlers.services import Services
from storage import inbox, outbox
from storage.chats import load_state
from storage.database import Database
from storage.transcript import history
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.talk import HASHER, START

SERVICES = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER, clock=lambda: START)


class BrokenDialogue(Dialogue):
    """Remembers something, then breaks: nothing of it may stay."""

    async def answer(self, session: AsyncSession, message: Message) -> Answer:
        await super().answer(session, message)
        raise ZeroDivisionError


def said(text: str, event_id: str = "e1") -> Message:
    return Message(channel="test", chat="an", event_id=event_id, at=START, text=text)


def desk(database: Database, kind: type[Dialogue] = Dialogue) -> Desk:
    return Desk(database, kind(SERVICES), clock=lambda: START)


async def queued(database: Database) -> list[str]:
    async with database.reading() as session:
        return [row.body for row in await outbox.due(session, now=START, channel="test")]


async def test_state_replies_and_mark_are_kept_together(database: Database) -> None:
    counter, message = desk(database), said("khai sinh cho con")
    inbox_id = await counter.receive(message)
    assert inbox_id is not None
    answer = await counter.work(inbox_id, message)
    assert answer.outcome is Outcome.ANSWERED
    assert len(await queued(database)) == len(answer.replies)
    async with database.reading() as session:
        assert await inbox.pending(session) == []
        assert await load_state(session, "test", "an") == answer.state.dump()


async def test_a_repeated_event_is_claimed_once(database: Database) -> None:
    counter = desk(database)
    assert await counter.receive(said("xin chào")) is not None
    assert await counter.receive(said("xin chào")) is None


async def test_a_fault_of_ours_is_answered_and_leaves_nothing_behind(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    counter, message = desk(database, BrokenDialogue), said("khai sinh của Nguyễn Văn Kín")
    inbox_id = await counter.receive(message)
    assert inbox_id is not None
    with caplog.at_level(logging.ERROR):
        answer = await counter.work(inbox_id, message)
    assert answer.outcome is Outcome.FAILED
    assert len(await queued(database)) == 1
    assert "Nguyễn Văn Kín" not in caplog.text
    async with database.reading() as session:
        assert await load_state(session, "test", "an") is None
        assert await inbox.pending(session) == []


async def test_what_a_crash_left_waits_for_the_next_start(database: Database) -> None:
    message = said("khai sinh cho con")
    inbox_id = await desk(database).receive(message)
    assert await desk(database).waiting() == [(inbox_id, message)]


async def test_conversing_leaves_nothing_to_send(database: Database) -> None:
    counter = desk(database)
    answer = await counter.converse(said("xin chào"))
    assert answer is not None
    assert answer.outcome is Outcome.SMALLTALK
    assert await queued(database) == []
    assert await counter.converse(said("xin chào")) is None


async def test_digits_that_prove_a_dossier_are_not_kept(database: Database) -> None:
    counter = desk(database)
    await counter.converse(said("000.00.01.H99-261101-0004", "e1"))
    await counter.converse(said("9876", "e2"))
    async with database.reading() as session:
        lines = await history(session, "test", "an", 10)
    assert "9876" not in repr(lines)
    assert "000.00.01.H99-261101-0004" in repr(lines[0])


@pytest.mark.parametrize("kind", [Dialogue, BrokenDialogue])
async def test_a_number_typed_without_need_is_not_kept(database: Database, kind: type[Dialogue]) -> None:
    counter, message = desk(database, kind), said("cccd 049123456789 làm khai sinh")
    inbox_id = await counter.receive(message)
    assert inbox_id is not None
    await counter.work(inbox_id, message)
    async with database.reading() as session:
        kept = " ".join(line.body for line in await history(session, "test", "an", limit=9))
    assert "049123456789" not in kept
    assert "cccd •••••••••••• làm khai sinh" in kept


async def test_a_number_shared_by_a_button_is_gone_once_it_was_answered(database: Database) -> None:
    counter = desk(database)
    message = Message(
        channel="test", chat="an", event_id="e1", at=START, kind=Kind.CONTACT, phone="0912345678"
    )
    inbox_id = await counter.receive(message)
    assert await counter.waiting() == [(inbox_id, message)]
    assert inbox_id is not None
    await counter.work(inbox_id, message)
    async with database.reading() as session:
        heard, _ = await history(session, "test", "an", limit=9)
    assert '"kind": "contact"' in heard.body
    assert "0912345678" not in heard.body
