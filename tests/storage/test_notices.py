import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import func, select

from storage import notices, outbox
from storage.database import Database
from storage.deliveries import apply_all
from storage.notices import News, Notice
from storage.reports import Need, NeedKind, Report, Status, StatusReport
from storage.tables import dossier_changes
from storage.tables import notices as table
from tests.storage.following import take, tie
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, CODE, HASHER, PROCESSING, READY, RETURNED

TOMORROW = later(60 * 24)


async def waiting(database: Database, now: datetime = TOMORROW) -> list[Notice]:
    async with database.writing() as session:
        return await notices.waiting(session, now, 100)


async def kinds(database: Database) -> list[News]:
    return [one.kind for one in await waiting(database)]


async def test_a_change_is_told_to_each_follower_once(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database, "a")
    await tie(database, "b")
    await take(database, PROCESSING, PROCESSING, ACCEPTED)
    found = await waiting(database)
    assert [(one.channel, one.chat, one.code, one.kind) for one in found] == [
        ("web", "a", CODE, News.STATUS),
        ("web", "b", CODE, News.STATUS),
    ]


async def test_nobody_is_told_of_what_they_do_not_follow(database: Database) -> None:
    await take(database, ACCEPTED, PROCESSING)
    await tie(database)
    other = replace(ACCEPTED, code="000.00.01.H99-261101-0002")
    await take(database, other, replace(READY, code=other.code))
    assert await kinds(database) == []


async def test_a_paper_asked_for_and_a_due_date_moved_are_news(database: Database) -> None:
    paper = Need(kind=NeedKind.PAPER, text="Bản vẽ")
    asking = replace(ACCEPTED, at=later(5), status=Status.NEEDS_PAPERS, needs=(paper,))
    await take(database, ACCEPTED)
    await tie(database)
    await take(database, asking, replace(asking, at=later(6), needs=(paper, paper)))
    await take(database, replace(asking, at=later(7), needs=(paper, paper), due_at=later(9999)))
    assert await kinds(database) == [News.STATUS, News.NEEDS, News.DUE_MOVED]


FEE = Need(kind=NeedKind.FEE, text="Lệ phí", amount=8000)
PAPER = Need(kind=NeedKind.PAPER, text="Bản vẽ")
ASKED = replace(ACCEPTED, at=later(5), status=Status.NEEDS_PAPERS, needs=(PAPER,))
OWED = replace(ACCEPTED, at=later(5), status=Status.NEEDS_PAYMENT, needs=(FEE,))


@pytest.mark.parametrize(
    ("before", "change", "told"),
    [
        pytest.param(ACCEPTED, PROCESSING, News.STATUS, id="status"),
        pytest.param(ACCEPTED, ASKED, News.STATUS, id="paper asked for"),
        pytest.param(ASKED, replace(ASKED, at=later(6), needs=(PAPER, PAPER)), News.NEEDS, id="other paper"),
        pytest.param(ACCEPTED, OWED, News.STATUS, id="fee due"),
        pytest.param(OWED, replace(OWED, at=later(6), needs=(FEE, FEE)), News.NEEDS, id="other fee"),
        pytest.param(
            ACCEPTED, replace(ACCEPTED, at=later(6), due_at=later(9999)), News.DUE_MOVED, id="due date moved"
        ),
        pytest.param(ACCEPTED, READY, News.STATUS, id="result ready"),
    ],
)
async def test_each_kind_is_told_once_however_often_it_comes(
    database: Database, before: Report, change: Report, told: News
) -> None:
    await take(database, before)
    await tie(database)
    await take(database, change, change, before, change)
    assert await kinds(database) == [told]


async def test_going_there_and_back_is_told_each_time(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database)
    states = (Status.NEEDS_PAPERS, Status.PROCESSING, Status.NEEDS_PAPERS, Status.PROCESSING)
    for minute, status in enumerate(states, 1):
        await take(database, StatusReport(code=CODE, at=later(minute), status=status))
    assert await kinds(database) == [News.STATUS] * 4


async def test_by_night_a_notice_waits_for_the_morning(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database)
    night = later(15 * 60)  # midnight in Vietnam
    await take(database, READY, now=night)
    assert await waiting(database, night + timedelta(hours=5)) == []
    assert len(await waiting(database, night + timedelta(hours=6))) == 1


async def test_a_due_date_that_is_near_or_past_is_told_once(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database)
    async with database.writing() as session:
        for minutes in (0, 60, 60 * 24 + 10, 60 * 25):
            await notices.remind(session, later(minutes))
    assert sorted(one.kind for one in await waiting(database, later(60 * 48))) == [
        News.DUE_NEAR,
        News.DUE_PASSED,
    ]


async def test_no_due_date_is_near_while_the_clock_stands_still_or_after_the_end(database: Database) -> None:
    await take(database, replace(ACCEPTED, status=Status.NEEDS_PAPERS))
    await tie(database)
    async with database.writing() as session:
        await notices.remind(session, NOW)
    assert await kinds(database) == []


async def test_what_was_told_is_told_no_more_and_counts(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database)
    await take(database, READY)
    async with database.writing() as session:
        ids = [one.id for one in await notices.waiting(session, NOW, 10)]
        said = await outbox.add(session, channel="web", chat="a", inbox_id=None, body="{}", now=NOW)
        await notices.mark_told(session, ids, said, NOW)
        assert [one.code for one in await notices.told_in(session, said)] == [CODE]
        assert await notices.told_in(session, said + 1) == []
        assert await notices.told_since(session, "web", "a", later(-1)) == 1
        assert await notices.told_since(session, "web", "a", NOW) == 0
        assert not await notices.any_due(session, TOMORROW)
    assert await kinds(database) == []


async def test_what_is_put_off_comes_later(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database)
    await take(database, READY)
    async with database.writing() as session:
        await notices.put_off(session, [one.id for one in await notices.waiting(session, NOW, 10)], later(10))
        assert not await notices.any_due(session, later(9))
        assert await notices.any_due(session, later(10))


async def crash(database: Database) -> None:
    """A change whose transaction never ends well."""
    async with database.writing() as session:
        await apply_all(session, HASHER, [READY], clock=lambda: NOW)
        raise InterruptedError


async def test_a_crash_tells_nothing_and_the_repetition_tells_once(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database)
    for _ in range(2):
        with pytest.raises(InterruptedError):
            await crash(database)
    assert await kinds(database) == []
    await take(database, READY, READY)
    assert await kinds(database) == [News.STATUS]


@pytest.mark.parametrize("seed", range(3))
async def test_any_interleaving_tells_each_change_once(database: Database, seed: int) -> None:
    """Shuffled, repeated deliveries taken by several at once: a notice for each change that was kept."""
    codes = [f"000.00.01.H99-261101-{number:04}" for number in range(8)]
    for code in codes:
        await take(database, replace(ACCEPTED, code=code, at=later(-99)))
        await tie(database, code=code)
    stages = (PROCESSING, READY, RETURNED) * 3
    reports: list[Report] = [replace(report, code=code) for code in codes for report in stages]
    reports.sort(key=lambda report: sha256(f"{seed} {report}".encode()).digest())
    await asyncio.gather(*(take(database, *reports[start::4]) for start in range(4)))
    async with database.reading() as session:
        before = await session.scalars(select(dossier_changes.c.before))
        moved = sum("status" in row for row in before)
        told = await session.scalar(
            select(func.count()).select_from(table).where(table.c.kind == News.STATUS)
        )
    assert moved >= len(codes)
    assert told == moved
