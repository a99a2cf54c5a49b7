from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.doctor import memory
from bot.doctor.finding import Finding, Grade
from handlers.language import Language
from storage import inbox, outbox
from storage.database import Database
from storage.tables import grants, procedures

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


async def look(url: str, say: Language) -> dict[str, Finding]:
    findings, _ = await memory.look(url, say, NOW)
    return {one.about: one for one in findings}


def nothing_in(folder: Path) -> bool:
    return list(folder.iterdir()) == []


async def imported(database: Database, at: datetime) -> None:
    row = {"code": "1.001193", "name": "Khai sinh", "fields": [], "levels": [], "scope": "", "province": ""}
    async with database.writing() as session:
        more = {"digest": "a", "facts": "{}", "imported_at": at}
        await session.execute(insert(procedures).values(row | more))


async def granted(database: Database, until: datetime) -> None:
    row = {"name": "zalo", "account": "1", "access": "a-secret", "refresh": "another", "renewed_at": NOW}
    async with database.writing() as session:
        await session.execute(insert(grants).values(row | {"access_until": NOW, "refresh_until": until}))


async def test_a_new_database_is_well_and_empty(database: Database, database_url: str, say: Language) -> None:
    found = await look(database_url, say)
    assert found["Database"].grade is Grade.GOOD
    assert found["Catalogue"].mend == "Import it: motcua kb import FILE"
    assert found["What waits"].told == "nothing"


async def test_looking_makes_nothing(sqlite_url: str, tmp_path: Path, say: Language) -> None:
    found = await look(sqlite_url, say)
    assert found["Database"].grade is Grade.GOOD
    assert nothing_in(tmp_path)


async def test_a_database_of_nobody_s_is_left_as_it_is(postgres_url: str, say: Language) -> None:
    found = await look(postgres_url, say)
    assert found == await look(postgres_url, say)
    assert "not made yet" in found["Database"].told


async def test_an_older_one_is_brought_up_to_date_by_the_start_not_by_the_doctor(
    sqlite_database: Database, sqlite_url: str, say: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "HEAD", "9999")
    monkeypatch.setattr("storage.checkup.HEAD", "9999")
    found = await look(sqlite_url, say)
    assert list(found) == ["Database"]
    assert found["Database"].grade is Grade.WORTH_A_LOOK


async def test_a_database_that_is_away_is_told_without_its_password(say: Language) -> None:
    found = await look("postgresql+asyncpg://motcua:geheim@127.0.0.1:9/motcua", say)
    assert found["Database"].grade is Grade.BROKEN
    assert "geheim" not in found["Database"].told
    assert (await look("nonsense", say))["Database"].grade is Grade.BROKEN


@pytest.mark.parametrize(("age", "grade"), [(1, Grade.GOOD), (100, Grade.WORTH_A_LOOK)])
async def test_a_catalogue_grows_old(
    sqlite_database: Database, sqlite_url: str, say: Language, age: int, grade: Grade
) -> None:
    await imported(sqlite_database, NOW - timedelta(days=age))
    found = await look(sqlite_url, say)
    assert found["Catalogue"].grade is grade
    assert found["Catalogue"].told.startswith("1 procedures")


@pytest.mark.parametrize(("age", "grade"), [(1, Grade.GOOD), (60, Grade.WORTH_A_LOOK)])
async def test_what_waits_too_long_is_told(
    database: Database, database_url: str, say: Language, age: int, grade: Grade
) -> None:
    at = NOW - timedelta(minutes=age)
    async with database.writing() as session:
        await inbox.claim(session, channel="web", chat="a", event_id="1", body="{}", at=NOW)
        await outbox.add(session, channel="web", chat="a", inbox_id=None, body="{}", now=at)
    waits = (await look(database_url, say))["What waits"]
    assert (waits.grade, waits.told[:1]) == (grade, "2")


@pytest.mark.parametrize(("days", "grade"), [(60, Grade.GOOD), (3, Grade.WORTH_A_LOOK), (-1, Grade.BROKEN)])
async def test_a_token_is_told_of_before_it_runs_out(
    sqlite_database: Database, sqlite_url: str, say: Language, days: int, grade: Grade
) -> None:
    await granted(sqlite_database, NOW + timedelta(days=days))
    found = (await look(sqlite_url, say))["Token of zalo"]
    assert found.grade is grade
    assert "secret" not in found.told + found.mend


async def test_postgresql_has_a_clock_of_its_own(
    database: Database, database_url: str, say: Language
) -> None:
    _, standing = await memory.look(database_url, say, NOW)
    assert standing is not None
    assert (standing.clock is not None) == database_url.startswith("postgresql")
