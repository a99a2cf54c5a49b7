import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.text import plain
from bot.notifier import STORM, Notifier
from handlers.reply import Reply
from handlers.state import State
from storage import outbox
from storage.chats import save_state
from storage.database import Database
from storage.reports import Status, StatusReport
from tests.storage.following import take, tie
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, CODE, READY

OTHER = "000.00.01.H99-261101-0002"


class Told:
    """The sender's bell, and a clock."""

    def __init__(self, database: Database) -> None:
        self.now = NOW
        self.rung = 0
        self.bell = asyncio.Event()
        self.notifier = Notifier(database, language="vi", told=self.ring, clock=lambda: self.now)

    def ring(self) -> None:
        self.rung += 1
        self.bell.set()


async def said(database: Database, chat: str = "a") -> list[str]:
    async with database.reading() as session:
        rows = await outbox.after(session, "web", chat, 0)
    return [plain(Reply.model_validate_json(row.body)) for row in rows]


@pytest.fixture
async def told(database: Database) -> Told:
    await take(database, ACCEPTED, replace(ACCEPTED, code=OTHER))
    return Told(database)


async def test_a_change_becomes_one_reply_to_each_follower(database: Database, told: Told) -> None:
    await tie(database, "a")
    await tie(database, "b")
    await take(database, READY)
    await told.notifier.tell_due()
    await told.notifier.tell_due()
    for chat in "ab":
        (text,) = await said(database, chat)
        assert text.startswith(f"🔔 Tin mới về hồ sơ {CODE}\n\nĐã có kết quả, đang chờ bạn")
        assert "Thử" not in text.replace("Thử Nghiệm", "")
    assert told.rung == 1


async def test_several_at_once_are_one_digest(database: Database, told: Told) -> None:
    await tie(database)
    await tie(database, code=OTHER)
    await take(database, READY, replace(READY, code=OTHER))
    await told.notifier.tell_due()
    (text,) = await said(database)
    assert text.startswith("🔔 Tin mới về 2 hồ sơ")
    assert CODE in text
    assert OTHER in text


async def test_a_storm_becomes_a_digest_afterwards(database: Database, told: Told) -> None:
    await tie(database)
    for minute in range(6):
        status = Status.NEEDS_PAPERS if minute % 2 else Status.PROCESSING
        await take(database, StatusReport(code=CODE, at=later(minute + 1), status=status))
        await told.notifier.tell_due()
    assert len(await said(database)) == STORM
    told.now = later(11)
    await told.notifier.tell_due()
    assert len(await said(database)) == STORM + 1


async def test_it_speaks_the_language_of_the_chat(database: Database, told: Told) -> None:
    await tie(database)
    async with database.writing() as session:
        await save_state(session, "web", "a", State(language="en").dump(), NOW)
    await take(database, READY)
    await told.notifier.tell_due()
    (text,) = await said(database)
    assert text.startswith("🔔 News of dossier")


async def test_two_notifiers_tell_once(database: Database, told: Told) -> None:
    await tie(database)
    await take(database, READY)
    other = Told(database)
    await asyncio.gather(told.notifier.tell_due(), other.notifier.tell_due())
    assert len(await said(database)) == 1


async def test_it_looks_by_itself_and_reminds_of_due_dates(database: Database, told: Told) -> None:
    await tie(database)
    await told.notifier.start()
    async with asyncio.timeout(10):
        await told.bell.wait()
    await told.notifier.stop()
    (text,) = await said(database)
    assert "Sắp đến ngày hẹn trả." in text


async def test_due_dates_are_looked_through_now_and_then(database: Database, told: Told) -> None:
    await tie(database)
    await told.notifier.remind()
    told.now = NOW + timedelta(days=2)
    await told.notifier.remind()
    await told.notifier.tell_due()
    (text,) = await said(database)
    assert "Đã quá ngày hẹn trả." in text
