from datetime import datetime
from itertools import pairwise

import pytest

from bot.demo import SAMPLES, demo_lines, refuse_in_production, seed
from bot.errors import ProductionDemoError
from knowledge.dossier_code import find
from motcua.clock import VIETNAM, in_vietnam
from storage.database import Database
from storage.dossiers import Dossier, get, open_with_proof
from storage.keyed_hash import KeyedHash
from storage.reports import NeedKind, Status

HASHER = KeyedHash(b"a key for tests only, 32 bytes ..")
SUNDAY_AT_DAWN = datetime(2026, 11, 22, 6, 0, tzinfo=VIETNAM)


async def seeded(database: Database, now: datetime = SUNDAY_AT_DAWN) -> dict[Status, Dossier]:
    async with database.writing() as session:
        await seed(session, HASHER, now)
        found = [await open_with_proof(session, HASHER, sample.code, sample.last4) for sample in SAMPLES]
    return {dossier.status: dossier for dossier in found if dossier is not None}


async def test_there_is_one_in_each_state_and_its_digits_open_it(database: Database) -> None:
    assert sorted(await seeded(database)) == list(Status)


async def test_seeding_again_changes_nothing(sqlite_database: Database) -> None:
    first = await seeded(sqlite_database)
    again = await seeded(sqlite_database, SUNDAY_AT_DAWN.replace(day=25))
    assert again == first


async def test_nothing_has_happened_yet_that_is_still_to_come(sqlite_database: Database) -> None:
    for dossier in (await seeded(sqlite_database)).values():
        assert all(before.at <= after.at for before, after in pairwise(dossier.steps))
        assert dossier.steps[-1].status == dossier.status
        assert dossier.steps[-1].at == dossier.status_at <= SUNDAY_AT_DAWN


async def test_desks_work_from_monday_to_friday(sqlite_database: Database) -> None:
    for dossier in (await seeded(sqlite_database)).values():
        assert dossier.due_at is not None
        days = [dossier.due_at, *(step.at for step in dossier.steps)]
        assert [day for day in days if in_vietnam(day).weekday() > 4] == []


async def test_where_something_is_asked_for_it_is_said_what(sqlite_database: Database) -> None:
    found = await seeded(sqlite_database)
    assert {need.kind for need in found[Status.NEEDS_PAPERS].needs} == {NeedKind.PAPER}
    assert {need.kind for need in found[Status.NEEDS_PAYMENT].needs} == {NeedKind.FEE}
    assert all(need.amount for need in found[Status.NEEDS_PAYMENT].needs)


async def test_wrong_digits_open_no_sample(sqlite_database: Database) -> None:
    await seeded(sqlite_database)
    async with sqlite_database.reading() as session:
        assert await open_with_proof(session, HASHER, SAMPLES[0].code, "9999") is None
        assert await get(session, SAMPLES[0].code) is not None


def test_the_list_shows_every_code_with_its_digits() -> None:
    title, *lines = demo_lines()
    assert "không có thật" in title
    assert [code.text for line in lines for code in find(line)] == [sample.code for sample in SAMPLES]
    assert all(f" {sample.last4} " in line for sample, line in zip(SAMPLES, lines, strict=True))


def test_every_sample_is_plainly_invented() -> None:
    assert [sample for sample in SAMPLES if ".H99-" not in sample.code] == []
    words = ("Thử", "Ví Dụ", "Mẫu")
    assert [sample for sample in SAMPLES if not sample.applicant.endswith(words)] == []


def test_production_refuses_the_demo() -> None:
    refuse_in_production(False)
    with pytest.raises(ProductionDemoError):
        refuse_in_production(True)
