import asyncio

from storage import checklists
from storage.checklists import Checklist
from storage.database import Database
from tests.storage.moments import NOW, later


async def start(database: Database, chat: str = "a", procedure: str = "1.001193") -> Checklist:
    async with database.writing() as session:
        return await checklists.start(session, "web", chat, procedure, NOW)


async def get(database: Database, checklist_id: int, chat: str = "a") -> Checklist | None:
    async with database.reading() as session:
        return await checklists.get(session, "web", chat, checklist_id)


async def test_a_new_checklist_is_blank(database: Database) -> None:
    started = await start(database)
    assert started == Checklist(id=started.id, procedure="1.001193", updated=NOW)
    assert await get(database, started.id) == started


async def test_starting_again_gives_the_one_there_is(database: Database) -> None:
    started = await start(database)
    async with database.writing() as session:
        await checklists.toggle(session, "web", "a", started.id, paper="to_khai", now=later(1))
    again = await start(database)
    assert again.id == started.id
    assert again.ticks == {"to_khai"}


async def test_ticks_go_on_and_off(database: Database) -> None:
    started = await start(database)
    async with database.writing() as session:
        for paper in ("one", "two", "one"):
            await checklists.toggle(session, "web", "a", started.id, paper=paper, now=later(1))
    found = await get(database, started.id)
    assert found is not None
    assert found.ticks == {"two"}
    assert found.updated == later(1)


async def test_the_last_answer_to_a_question_counts(database: Database) -> None:
    started = await start(database)
    async with database.writing() as session:
        for question, choice in (("who", "me"), ("where", "here"), ("who", "mother")):
            await checklists.answer(
                session, "web", "a", started.id, question=question, choice=choice, now=later(1)
            )
    found = await get(database, started.id)
    assert found is not None
    assert found.answers == {"who": "mother", "where": "here"}


async def test_a_restart_forgets_answers_and_ticks(database: Database) -> None:
    started = await start(database)
    async with database.writing() as session:
        await checklists.answer(session, "web", "a", started.id, question="q", choice="c", now=NOW)
        await checklists.toggle(session, "web", "a", started.id, paper="p", now=NOW)
        again = await checklists.restart(session, "web", "a", started.id, now=later(1))
    assert again == Checklist(id=started.id, procedure="1.001193", updated=later(1))
    assert await get(database, started.id) == again


async def test_somebody_else_s_checklist_is_none(database: Database) -> None:
    theirs = (await start(database, chat="b")).id
    assert await get(database, theirs) is None
    async with database.writing() as session:
        assert await checklists.toggle(session, "web", "a", theirs, paper="p", now=NOW) is None
        assert await checklists.restart(session, "web", "a", theirs, now=NOW) is None
        changed = await checklists.answer(session, "web", "a", theirs, question="q", choice="c", now=NOW)
    assert changed is None
    found = await get(database, theirs, chat="b")
    assert found is not None
    assert (found.answers, found.ticks) == ({}, frozenset())


async def test_the_one_touched_last_comes_first(database: Database) -> None:
    first = await start(database, procedure="1.001193")
    second = await start(database, procedure="1.000894")
    await start(database, chat="b")
    async with database.writing() as session:
        await checklists.toggle(session, "web", "a", first.id, paper="p", now=later(1))
        listed = await checklists.of_chat(session, "web", "a")
    assert [found.id for found in listed] == [first.id, second.id]


async def test_two_ticks_at_once_are_both_kept(database: Database) -> None:
    started = await start(database)

    async def tick(paper: str) -> None:
        async with database.writing() as session:
            await checklists.toggle(session, "web", "a", started.id, paper=paper, now=NOW)

    await asyncio.gather(*(tick(f"paper{number}") for number in range(8)))
    found = await get(database, started.id)
    assert found is not None
    assert len(found.ticks) == 8
