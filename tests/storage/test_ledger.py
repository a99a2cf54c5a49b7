from dataclasses import replace

from sqlalchemy import event, select

from storage.database import Database
from storage.deliveries import apply_all
from storage.ledger import Effect, Ledger
from storage.reports import Report, Status
from storage.tables import dossier_changes, dossier_steps
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, HASHER, PROCESSING, READY


async def take(database: Database, *reports: Report) -> list[Effect]:
    async with database.writing() as session:
        return await apply_all(session, HASHER, reports, clock=lambda: NOW)


async def before(database: Database) -> list[dict[str, object]]:
    async with database.reading() as session:
        return list(await session.scalars(select(dossier_changes.c.before).order_by(dossier_changes.c.id)))


async def test_what_a_dossier_said_before_is_kept(database: Database) -> None:
    put_off = replace(ACCEPTED, at=later(5), due_at=later(99999), office="UBND xã Thử Nghiệm")
    await take(database, ACCEPTED)
    assert await before(database) == []
    await take(database, put_off)
    assert await before(database) == [
        {
            "office": "UBND phường Thử Nghiệm",
            "due_at": later(60 * 24).isoformat(),
            "status_at": NOW.isoformat(),
        }
    ]


async def test_every_state_a_dossier_was_in_is_kept(database: Database) -> None:
    await take(database, ACCEPTED)
    await take(database, PROCESSING)
    await take(database, READY)
    assert [row["status"] for row in await before(database)] == [Status.ACCEPTED, Status.PROCESSING]


async def test_corrections_within_one_batch_are_kept_too(database: Database) -> None:
    await take(database, ACCEPTED, PROCESSING, READY)
    assert [row["status"] for row in await before(database)] == [Status.ACCEPTED, Status.PROCESSING]


async def test_numbers_of_the_applicant_are_not_kept_as_what_was_before(database: Database) -> None:
    await take(
        database, ACCEPTED, replace(ACCEPTED, at=later(1), applicant="Trần Thị Ví Dụ", phone="0900999999")
    )
    assert await before(database) == [{"status_at": NOW.isoformat()}]
    async with database.reading() as session:
        personal = await session.scalar(select(dossier_changes.c.personal))
    assert personal == {"applicant": "Ng*** Văn T***"}


async def test_a_repeated_batch_writes_nothing(database: Database) -> None:
    await take(database, ACCEPTED, PROCESSING)
    async with database.writing() as session:
        connection = session.sync_connection
        assert connection is not None
        asked: list[str] = []
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        assert await apply_all(session, HASHER, [PROCESSING, ACCEPTED]) == [Effect.UNCHANGED] * 2
    assert [statement for statement in asked if not statement.lower().startswith("select")] == []


async def test_a_batch_asks_as_many_questions_as_one_report(database: Database) -> None:
    many = [replace(PROCESSING, code=f"000.00.01.H99-261101-{number:04}") for number in range(400)]
    async with database.writing() as session:
        connection = session.sync_connection
        assert connection is not None
        asked: list[str] = []
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        assert await apply_all(session, HASHER, many) == [Effect.NEW] * 400
    assert len(asked) <= 6


async def test_steps_of_several_dossiers_find_their_own(database: Database) -> None:
    other = replace(PROCESSING, code="000.00.01.H99-261101-0002", text="Hồ sơ khác")
    await take(database, PROCESSING, other, PROCESSING)
    async with database.reading() as session:
        rows = await session.execute(select(dossier_steps.c.dossier_id, dossier_steps.c.text))
        assert sorted(row.text for row in rows) == ["Hồ sơ khác", "Đang thẩm định"]


async def test_a_ledger_knows_what_stands_in_the_database(database: Database) -> None:
    await take(database, ACCEPTED)
    async with database.writing() as session:
        ledger = await Ledger.open(session, [ACCEPTED])
        assert ledger.take(ACCEPTED, HASHER) is Effect.UNCHANGED
