import asyncio
from dataclasses import replace
from itertools import permutations

from sqlalchemy import func, select

from storage import dossiers
from storage.database import Database
from storage.deliveries import Effect, apply, apply_all
from storage.dossiers import Dossier
from storage.reports import Report, Status, StatusReport
from storage.tables import dossier_steps
from tests.storage.moments import later
from tests.storage.samples import ACCEPTED, CODE, HASHER, PROCESSING, READY, RETURNED


async def take(database: Database, *reports: Report) -> list[Effect]:
    async with database.writing() as session:
        return [await apply(session, HASHER, report) for report in reports]


async def find(database: Database, code: str = CODE) -> Dossier | None:
    async with database.reading() as session:
        return await dossiers.get(session, code)


async def status(database: Database, code: str = CODE) -> Status:
    found = await find(database, code)
    assert found is not None
    return found.status


def bare(status: Status, minutes: float) -> StatusReport:
    return StatusReport(code=CODE, at=later(minutes), status=status)


async def test_a_dossier_is_new_then_changed_then_unchanged(database: Database) -> None:
    assert await take(database, ACCEPTED, READY, READY, ACCEPTED) == [
        Effect.NEW,
        Effect.CHANGED,
        Effect.UNCHANGED,
        Effect.UNCHANGED,
    ]


async def test_a_repeated_step_adds_nothing(database: Database) -> None:
    assert await take(database, ACCEPTED, PROCESSING, PROCESSING) == [
        Effect.NEW,
        Effect.CHANGED,
        Effect.UNCHANGED,
    ]
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(dossier_steps)) == 1


async def test_every_order_of_arrival_ends_the_same(database: Database) -> None:
    reports: list[Report] = [ACCEPTED, PROCESSING, READY, RETURNED]
    found = []
    for number, order in enumerate(permutations(reports)):
        code = f"000.00.01.H99-261101-{number:04}"
        await take(database, *(replace(report, code=code) for report in order))
        dossier = await find(database, code)
        assert dossier is not None
        found.append(replace(dossier, code=CODE))
    assert len(found) == 24
    assert found.count(found[0]) == 24
    assert found[0].status is Status.RETURNED


async def test_progress_that_comes_first_waits_for_its_dossier(database: Database) -> None:
    assert await take(database, PROCESSING) == [Effect.NEW]
    assert await find(database) is None
    assert await take(database, ACCEPTED) == [Effect.CHANGED]
    assert await status(database) is Status.PROCESSING


async def test_the_code_may_be_spelled_differently(database: Database) -> None:
    await take(database, ACCEPTED)
    assert await take(database, replace(READY, code=CODE.lower().replace(".", ""))) == [Effect.CHANGED]
    assert await status(database) is Status.READY


async def test_a_bare_state_moves_a_dossier_on(database: Database) -> None:
    await take(database, ACCEPTED, bare(Status.NEEDS_PAPERS, 20))
    assert await status(database) is Status.NEEDS_PAPERS
    assert await take(database, bare(Status.PROCESSING, 30)) == [Effect.CHANGED]
    assert await status(database) is Status.PROCESSING


async def test_a_bare_state_that_is_late_or_repeated_moves_nothing_back(database: Database) -> None:
    await take(database, ACCEPTED, READY)
    late = [bare(Status.READY, 60), bare(Status.PROCESSING, 61), bare(Status.REGISTERED, 62)]
    assert await take(database, *late) == [Effect.UNCHANGED] * 3
    assert await status(database) is Status.READY


async def test_a_bare_state_may_be_the_first_thing_heard(database: Database) -> None:
    assert await take(database, bare(Status.PROCESSING, 5)) == [Effect.NEW]
    await take(database, ACCEPTED)
    assert await status(database) is Status.PROCESSING


async def test_several_are_taken_in_one_transaction(database: Database) -> None:
    other = replace(ACCEPTED, code="000.00.01.H99-261101-0002")
    async with database.writing() as session:
        effects = await apply_all(session, HASHER, [READY, other, ACCEPTED, PROCESSING])
    assert effects == [Effect.NEW, Effect.NEW, Effect.UNCHANGED, Effect.CHANGED]


async def test_deliveries_that_come_at_once_do_not_undo_each_other(database: Database) -> None:
    reports: list[Report] = [ACCEPTED, PROCESSING, READY, RETURNED]
    await asyncio.gather(*(take(database, report) for report in reports * 3))
    found = await find(database)
    assert found is not None
    assert found.status is Status.RETURNED
    assert [step.status for step in found.steps if step.text] == [Status.PROCESSING]
