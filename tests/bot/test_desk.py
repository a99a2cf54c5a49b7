import asyncio
import json
import logging
from dataclasses import replace

import pytest

from bot.clerks.clerk import drafted
from bot.desk import Desk
from bot.envelope import sealed
from bot.sight import Sight
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.draft import Draft
from handlers.message import Kind, Message
from handlers.outcome import Outcome
from handlers.services import Services
from storage import inbox, outbox
from storage.chats import load_state, save_state
from storage.database import Database
from storage.inbox import Envelope
from storage.session import Session
from storage.transcript import history
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.pictures import of_code
from tests.fakes.talk import HASHER, START

SERVICES = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER, clock=lambda: START)


class BrokenDialogue(Dialogue):
    """Remembers something, then breaks: nothing of it may stay."""

    async def answer(self, session: Session, message: Message) -> Answer:
        await super().answer(session, message)
        raise ZeroDivisionError


def said(text: str, event_id: str = "e1") -> Message:
    return Message(channel="test", chat="an", event_id=event_id, at=START, text=text)


def desk(database: Database, kind: type[Dialogue] = Dialogue) -> Desk:
    return Desk(database, kind(SERVICES), clock=lambda: START)


async def answered(counter: Desk, envelope: Envelope) -> Answer | None:
    received = await counter.receive(envelope)
    assert received is not None
    ended = await counter.work(received)
    assert not isinstance(ended, Draft)
    return ended


async def queued(database: Database) -> list[str]:
    async with database.reading() as session:
        return [row.body for row in await outbox.due(session, now=START, channel="test")]


async def test_state_replies_and_mark_are_kept_together(database: Database) -> None:
    counter, message = desk(database), said("khai sinh cho con")
    answer = await answered(counter, sealed(message))
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert len(await queued(database)) == len(answer.replies)
    async with database.reading() as session:
        assert await inbox.pending(session) == []
        assert await load_state(session, "test", "an") == answer.state.dump()


async def test_a_repeated_event_is_claimed_once(database: Database) -> None:
    counter = desk(database)
    assert await counter.receive(sealed(said("xin chào"))) is not None
    assert await counter.receive(sealed(said("xin chào"))) is None


async def test_a_fault_of_ours_is_answered_and_leaves_nothing_behind(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    counter, message = desk(database, BrokenDialogue), said("khai sinh của Nguyễn Văn Kín")
    with caplog.at_level(logging.ERROR):
        answer = await answered(counter, sealed(message))
    assert answer is not None
    assert answer.outcome is Outcome.FAILED
    assert len(await queued(database)) == 1
    assert "Nguyễn Văn Kín" not in caplog.text
    async with database.reading() as session:
        assert await load_state(session, "test", "an") is None
        assert await inbox.pending(session) == []


async def test_what_a_crash_left_waits_for_the_next_start(database: Database) -> None:
    received = await desk(database).receive(sealed(said("khai sinh cho con")))
    assert await desk(database).waiting() == [received]


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
    await answered(counter, sealed(message))
    async with database.reading() as session:
        kept = " ".join(line.body for line in await history(session, "test", "an", limit=9))
    assert "049123456789" not in kept
    assert "cccd •••••••••••• làm khai sinh" in kept


async def test_a_number_shared_by_a_button_is_gone_once_it_was_answered(database: Database) -> None:
    counter = desk(database)
    message = Message(
        channel="test", chat="an", event_id="e1", at=START, kind=Kind.CONTACT, phone="0912345678"
    )
    received = await counter.receive(sealed(message))
    assert received is not None
    assert await counter.waiting() == [received]
    await counter.work(received)
    async with database.reading() as session:
        heard, *_ = await history(session, "test", "an", limit=9)
    assert '"kind": "contact"' in heard.body
    assert "0912345678" not in heard.body


async def test_what_another_process_answered_is_not_answered_again(database: Database) -> None:
    received = await desk(database).receive(sealed(said("khai sinh cho con")))
    assert received is not None
    first = await desk(database).work(received)
    assert first is not None
    assert await desk(database).work(received) is None
    assert len(await queued(database)) == len(first.replies)


RAW = Envelope(channel="test", chat="an", event_id="e1", body="khai sinh|An", at=START, raw=True)


def first_part(received: Envelope) -> Message | None:
    return said(received.body.partition("|")[0])


async def test_what_came_in_raw_is_read_when_it_is_worked_and_kept_in_our_words(database: Database) -> None:
    counter = desk(database)
    counter.reads("test", first_part)
    assert await answered(counter, RAW) is not None
    async with database.reading() as session:
        heard, *_ = await history(session, "test", "an", limit=9)
    assert json.loads(heard.body)["text"] == "khai sinh"


async def test_what_is_meant_for_nobody_leaves_nothing_behind(database: Database) -> None:
    counter = desk(database)
    counter.reads("test", lambda received: None)
    assert await answered(counter, RAW) is None
    assert await counter.waiting() == []
    async with database.reading() as session:
        assert await history(session, "test", "an", limit=9) == []


async def test_what_breaks_its_reader_holds_nobody_up(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    counter = desk(database)
    counter.reads("test", lambda received: said(str(1 // 0)))
    assert await answered(counter, RAW) is None
    assert await counter.waiting() == []
    assert "could not be read" in caplog.text
    assert "An" not in caplog.text


async def test_what_came_over_a_channel_that_is_not_set_up_waits_for_it(database: Database) -> None:
    counter = desk(database)
    assert await answered(counter, RAW) is None
    counter.reads("test", first_part)
    (received,) = await counter.waiting()
    assert await counter.work(received) is not None


async def test_of_a_picture_nothing_is_kept(database: Database) -> None:
    async def fetch(handle: str) -> bytes:
        return of_code("000.00.04.H51-200221-0001")

    sight = Sight()
    sight.add("test", fetch)
    counter = Desk(database, Dialogue(SERVICES), clock=lambda: START, sight=sight)
    message = Message(
        channel="test", chat="an", event_id="e1", at=START, kind=Kind.PICTURE, picture="handle-of-it"
    )
    answer = await answered(counter, sealed(message))
    assert answer is not None
    assert answer.outcome is Outcome.NEEDS_PROOF
    async with database.reading() as session:
        lines = [one.body for one in await history(session, "test", "an", 9) if one.event_id]
    assert [json.loads(one) for one in lines] == [{"text": "", "press": "", "kind": "picture"}]


async def while_busy(counter: Desk, message: Message) -> Answer | Draft | None:
    """Work a message while somebody else is being answered."""
    other = await counter.receive(sealed(replace(message, chat="bình")))
    received = await counter.receive(sealed(message))
    assert other is not None
    assert received is not None
    _, ended = await asyncio.gather(counter.work(other), counter.work(received))
    return ended


async def test_a_draft_is_kept_as_if_it_had_been_answered_here(database: Database) -> None:
    async def draft(message: Message) -> Draft | None:
        return await drafted(database, Dialogue(SERVICES), message)

    counter = Desk(database, Dialogue(SERVICES), clock=lambda: START, drafts=draft)
    kept = await while_busy(counter, said("khai sinh cho con"))
    assert isinstance(kept, Draft)
    assert set(await queued(database)) == set(kept.replies)
    async with database.reading() as session:
        assert await inbox.pending(session) == []
        assert await load_state(session, "test", "an") == kept.state


async def test_a_draft_from_before_the_chat_moved_on_is_dropped(database: Database) -> None:
    drafts = []

    async def draft(message: Message) -> Draft | None:
        drafts.append(await drafted(database, Dialogue(SERVICES), message))
        async with database.writing() as session:
            await save_state(session, "test", "an", "{}", START)
        return drafts[-1]

    counter = Desk(database, Dialogue(SERVICES), clock=lambda: START, drafts=draft)
    assert isinstance(await while_busy(counter, said("khai sinh cho con")), Answer)
    assert [type(one) for one in drafts] == [Draft]


async def test_while_nobody_else_is_answered_nothing_is_drafted(database: Database) -> None:
    async def draft(message: Message) -> Draft | None:
        raise AssertionError

    counter = Desk(database, Dialogue(SERVICES), clock=lambda: START, drafts=draft)
    assert isinstance(await answered(counter, sealed(said("khai sinh cho con"))), Answer)
