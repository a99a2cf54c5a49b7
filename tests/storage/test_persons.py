import re

from sqlalchemy import select

from storage import checklists, consents, inbox, outbox, papers, persons, questions
from storage.chats import load_state, save_state
from storage.database import Database
from storage.questions import Asked
from storage.tables import dossiers, erasures
from tests.storage.following import take, tie
from tests.storage.moments import NOW
from tests.storage.samples import ACCEPTED


async def fill(database: Database, chat: str) -> None:
    """A chat with one of everything, and a line that is being answered."""
    await tie(database, chat)
    async with database.writing() as session:
        for event in ("1", "2"):
            line = await inbox.claim(
                session, channel="web", chat=chat, event_id=event, body="xin chào", at=NOW
            )
            if event == "1" and line is not None:
                await inbox.finish(session, line, outcome="answered")
                await outbox.add(session, channel="web", chat=chat, inbox_id=line, body="{}", now=NOW)
        await checklists.start(session, "web", chat, "1.001193", NOW)
        await papers.keep(session, "web", chat, ["identity"], NOW)
        await questions.note(session, "web", chat, Asked(at=NOW, text="giấy gì", outcome="absent"))
        await consents.give(session, "web", chat, version=1, now=NOW)
        await save_state(session, "web", chat, "{}", NOW)


async def test_all_that_is_kept_is_counted(database: Database) -> None:
    await take(database, ACCEPTED)
    await fill(database, "a")
    async with database.reading() as session:
        assert await persons.held(session, "web", "a") == {
            "lines": 2,
            "replies": 1,
            "checklists": 1,
            "papers": 1,
            "questions": 1,
            "dossiers": 1,
            "consents": 1,
            "state": 1,
        }
        assert set((await persons.held(session, "web", "b")).values()) == {0}


async def test_erasing_leaves_neighbours_dossiers_and_the_line_being_answered(
    database: Database,
) -> None:
    await take(database, ACCEPTED)
    await fill(database, "a")
    await fill(database, "b")
    async with database.writing() as session:
        receipt = await persons.erase(session, "web", "a", NOW)
        left = await persons.held(session, "web", "a")
        assert left == {**dict.fromkeys(left, 0), "lines": 1}
        assert (await persons.held(session, "web", "b"))["lines"] == 2
        assert await load_state(session, "web", "a") is None
        assert len((await session.execute(select(dossiers))).all()) == 1
    assert receipt.counts["dossiers"] == 1


async def test_the_receipt_is_kept_without_whose_it_is(database: Database) -> None:
    async with database.writing() as session:
        receipt = await persons.erase(session, "web", "somebody", NOW)
        row = (await session.execute(select(erasures))).one()
    assert re.fullmatch("[2-9A-Z]{8}", receipt.number)
    assert row.receipt == receipt.number
    assert "somebody" not in str(row)
