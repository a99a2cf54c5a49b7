from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Table, func, insert, select, update

from storage import follows, keeping, outbox
from storage.database import Database
from storage.follows import Role
from storage.proofs import prove
from storage.reports import Status
from storage.tables import dossier_changes, dossier_steps, inbox, wrong_tries
from storage.tables import dossiers as table
from storage.tables import outbox as replies
from tests.storage.following import take, tie
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, CODE, HASHER, PROCESSING, RETURNED

DAY = 60 * 24


async def count(database: Database, of: Table = table) -> int:
    async with database.reading() as session:
        return await session.scalar(select(func.count()).select_from(of)) or 0


async def forget(database: Database, minutes: float) -> int:
    async with database.writing() as session:
        return await keeping.forget_dossiers(session, later(minutes))


async def test_an_ended_dossier_goes_with_all_that_hangs_on_it(database: Database) -> None:
    await take(database, ACCEPTED, PROCESSING, RETURNED)
    await tie(database)
    assert await forget(database, 89) == 0
    assert await forget(database, 91) == 1
    assert await forget(database, 91) == 0
    assert [await count(database, one) for one in (table, dossier_steps, dossier_changes)] == [0, 0, 0]


@pytest.mark.parametrize("status", [Status.PROCESSING, Status.READY])
async def test_one_that_has_not_ended_stays_another_year(database: Database, status: Status) -> None:
    await take(database, replace(ACCEPTED, status=status))
    assert await forget(database, DAY * 300) == 0
    assert await forget(database, DAY * 366) == 1


async def test_what_was_said_goes_when_it_is_old_and_done_with(database: Database) -> None:
    async with database.writing() as session:
        for number in range(3):
            at = later(number * DAY)
            heard = {"channel": "web", "chat": "a", "event_id": str(number), "body": "{}", "at": at}
            await session.execute(
                insert(inbox).values(heard | {"outcome": None if number == 1 else "answered"})
            )
            said = await outbox.add(session, channel="web", chat="a", inbox_id=None, body="{}", now=at)
            if number != 1:
                await session.execute(update(replies).where(replies.c.id == said).values(due_at=None))
    for days, gone in ((0, 0), (2, 2), (2, 0), (3, 2)):
        async with database.writing() as session:
            assert await keeping.forget_lines(session, later(days * DAY)) == gone
    assert await count(database, inbox) == await count(database, replies) == 1  # neither answered nor sent


async def test_old_counts_and_ties_of_who_only_looked_go(database: Database) -> None:
    await take(database, ACCEPTED)
    async with database.writing() as session:
        await follows.opened(session, "web", "looked", CODE, role=Role.APPLICANT, now=NOW)
        for _ in range(5):
            await prove(session, HASHER, channel="web", chat="x", code=CODE, last4="9999", now=NOW)
    await tie(database, "follows")
    for days, left in ((0, 3), (1, 3), (2, 0)):
        async with database.writing() as session:
            await keeping.forget_traces(session, NOW + timedelta(days=days))
        assert await count(database, wrong_tries) == left
    async with database.writing() as session:
        await keeping.forget_traces(session, NOW + timedelta(days=31))
        assert await follows.of_chat(session, "web", "looked") == []
        assert len(await follows.of_chat(session, "web", "follows")) == 1
