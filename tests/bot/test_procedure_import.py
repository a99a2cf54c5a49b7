import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.procedure_import import Summary, take_in
from knowledge.errors import UnreadableCatalogueError
from knowledge.facts import Facts
from storage import procedures
from storage.database import Database
from storage.procedures import StoredProcedure

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
JANUARY, JULY = 1768496400000, 1783900800000


def record(code: str, **fields: object) -> dict[str, Any]:
    return {"code": code, "name": f"Thủ tục {code}", "updatedAt": JANUARY, **fields}


def put(folder: Path, *records: object, name: str = "portal.jsonl") -> Path:
    path = folder / name
    lines = (one if isinstance(one, str) else json.dumps(one) for one in records)
    path.write_text("\n".join(lines))
    return path


async def run(database: Database, *paths: Path, published: date | None = None) -> Summary:
    return await take_in(database, paths, published=published, clock=lambda: NOW)


async def held(database: Database, code: str) -> StoredProcedure:
    async with database.reading() as session:
        found = await procedures.get(session, code)
    assert found is not None
    return found


def counts(summary: Summary) -> tuple[int, int, int]:
    return summary.new, summary.changed, summary.unchanged


async def test_what_is_new_changed_and_the_same_is_counted(database: Database, tmp_path: Path) -> None:
    path = put(tmp_path, record("1.000001"), record("1.000002"))
    assert counts(await run(database, path)) == (2, 0, 0)
    path = put(tmp_path, record("1.000001"), record("1.000002", isWard=True), record("1.000003"))
    assert counts(await run(database, path)) == (1, 1, 1)


async def test_the_second_time_nothing_changes(sqlite_database: Database, tmp_path: Path) -> None:
    path = put(tmp_path, record("1.000001"), record("1.000002"))
    await run(sqlite_database, path)
    before = await held(sqlite_database, "1.000001")
    assert counts(await run(sqlite_database, path)) == (0, 0, 2)
    assert await held(sqlite_database, "1.000001") == before


async def test_the_facts_come_back_as_they_were_read(sqlite_database: Database, tmp_path: Path) -> None:
    steps = [{"name": "", "description": "Nộp hồ sơ"}]
    await run(sqlite_database, put(tmp_path, record("1.000001", executionSteps=steps)))
    facts = Facts.model_validate_json((await held(sqlite_database, "1.000001")).facts)
    assert facts.steps[0].text == "Nộp hồ sơ"


async def test_a_province_s_own_is_stored_under_today_s_name(
    sqlite_database: Database, tmp_path: Path
) -> None:
    own = record("1.115001", type="SPECIFIC", departmentPromulgateName="UBND tỉnh Bắc Giang")
    await run(sqlite_database, put(tmp_path, own, record("1.000001")))
    async with sqlite_database.reading() as session:
        rows = await procedures.light(session)
    assert [(row.scope, row.province) for row in rows] == [("nationwide", ""), ("provincial", "Bắc Ninh")]


async def test_bad_records_are_told_by_line_and_the_rest_is_taken(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = put(tmp_path, record("1.000001"), "{broken", record("1.000002-Xoa"), record("1.000003", name=""))
    summary = await run(sqlite_database, path)
    assert counts(summary) == (1, 0, 0)
    assert [(one.path, one.line) for one in summary.skipped] == [(path, 2), (path, 3), (path, 4)]
    assert [one.reason.split(":")[0] for one in summary.skipped] == [
        "broken JSON",
        "the portal has deleted it (1.000002-Xoa)",
        "it has no name",
    ]


@pytest.mark.parametrize("newer_first", [True, False])
async def test_of_one_code_the_newer_record_is_taken(
    sqlite_database: Database, tmp_path: Path, newer_first: bool
) -> None:
    both = [record("1.000001", name="Mới", updatedAt=JULY), record(" 1.000001", name="Cũ")]
    summary = await run(sqlite_database, put(tmp_path, *(both if newer_first else reversed(both))))
    assert '"name":"Mới"' in (await held(sqlite_database, "1.000001")).facts
    (skipped,) = summary.skipped
    assert skipped.line == (2 if newer_first else 1)
    assert "stands also in portal.jsonl" in skipped.reason


async def test_of_one_code_what_citizens_may_see_is_taken(sqlite_database: Database, tmp_path: Path) -> None:
    internal = record("1.000001", name="Nội bộ", type="STANDARD_INTERNAL", updatedAt=JULY)
    await run(sqlite_database, put(tmp_path, record("1.000001", name="Cho dân"), internal))
    assert '"name":"Cho dân"' in (await held(sqlite_database, "1.000001")).facts


async def test_several_files_are_one_import(sqlite_database: Database, tmp_path: Path) -> None:
    old = {"MATTHC": "1.000002", "TENTTHC": "Cũ", "TRANGTHAI": "1"}
    first, second = put(tmp_path, record("1.000001")), put(tmp_path, {"result": [old]}, name="lgsp.json")
    assert counts(await run(sqlite_database, first, second)) == (2, 0, 0)


async def test_a_catalogue_is_as_new_as_its_newest_record(sqlite_database: Database, tmp_path: Path) -> None:
    summary = await run(
        sqlite_database, put(tmp_path, record("1.000001"), record("1.000002", updatedAt=JULY))
    )
    assert summary.published == date(2026, 7, 13)
    assert (await held(sqlite_database, "1.000001")).published == date(2026, 7, 13)


async def test_without_any_day_a_catalogue_is_of_today(sqlite_database: Database, tmp_path: Path) -> None:
    summary = await run(sqlite_database, put(tmp_path, record("1.000001", updatedAt=None)))
    assert summary.published == date(2026, 11, 22)


async def test_the_day_of_the_catalogue_can_be_told(sqlite_database: Database, tmp_path: Path) -> None:
    path = put(tmp_path, record("1.000001"))
    await run(sqlite_database, path, published=date(2026, 7, 18))
    assert (await held(sqlite_database, "1.000001")).published == date(2026, 7, 18)


async def test_the_same_facts_in_a_newer_catalogue_are_dated_anew(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = put(tmp_path, record("1.000001"))
    await run(sqlite_database, path)
    assert counts(await run(sqlite_database, path, published=date(2026, 9, 1))) == (0, 0, 1)
    assert (await held(sqlite_database, "1.000001")).published == date(2026, 9, 1)


async def test_nothing_is_stored_where_one_file_is_broken(sqlite_database: Database, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    with pytest.raises(UnreadableCatalogueError):
        await run(sqlite_database, put(tmp_path, record("1.000001")), broken)
    async with sqlite_database.reading() as session:
        assert await procedures.digests(session) == {}


async def test_progress_is_told_by_file(sqlite_database: Database, tmp_path: Path) -> None:
    path = put(tmp_path, record("1.000001"), record("1.000002"))
    told: list[tuple[Path, int]] = []
    await take_in(sqlite_database, [path], progress=lambda file, done: told.append((file, done)))
    assert told[-1] == (path, path.stat().st_size)


async def test_the_whole_catalogue_goes_in_once(sqlite_database: Database, shared_data: Path) -> None:
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    first = await run(sqlite_database, path)
    assert counts(first) == (5663, 0, 0)
    assert [(one.line, one.reason.split(" (")[0]) for one in first.skipped] == [
        (546, "1.014325 stands also in raw_procedures.jsonl.gz, line 4480, which was taken instead"),
        (4814, "the portal has deleted it"),
    ]
    assert counts(await run(sqlite_database, path)) == (0, 0, 5663)
