from dataclasses import replace
from datetime import date

from storage import procedures
from storage.database import Database
from storage.procedures import LightRow, ProcedureRow, StoredProcedure
from tests.storage.moments import NOW, later

BIRTH = ProcedureRow(
    code="1.001193",
    name="Thủ tục đăng ký khai sinh",
    fields=("Hộ tịch",),
    levels=("commune",),
    scope="nationwide",
    province="",
    digest="d1",
    facts='{"code": "1.001193"}',
    published=date(2026, 7, 18),
    imported_at=NOW,
)
MARRIAGE = replace(BIRTH, code="1.000894", name="Thủ tục đăng ký kết hôn", published=None)


async def put(database: Database, *rows: ProcedureRow) -> None:
    async with database.writing() as session:
        await procedures.put(session, rows)


async def test_a_procedure_comes_back_whole(database: Database) -> None:
    await put(database, BIRTH, MARRIAGE)
    async with database.reading() as session:
        found = await procedures.get(session, "1.001193")
        undated = await procedures.get(session, "1.000894")
    assert found == StoredProcedure(
        code="1.001193",
        digest="d1",
        facts='{"code": "1.001193"}',
        published=date(2026, 7, 18),
        imported_at=NOW,
    )
    assert undated is not None
    assert undated.published is None


async def test_an_unknown_code_is_none(database: Database) -> None:
    async with database.reading() as session:
        assert await procedures.get(session, "9.999999") is None


async def test_the_same_code_replaces_everything(database: Database) -> None:
    await put(database, BIRTH)
    await put(database, replace(BIRTH, name="Khai sinh", digest="d2", facts="{}", imported_at=later(1)))
    async with database.reading() as session:
        found = await procedures.get(session, "1.001193")
        (light,) = await procedures.light(session)
        assert await procedures.digests(session) == {"1.001193": "d2"}
    assert found is not None
    assert (found.facts, found.imported_at) == ("{}", later(1))
    assert light.name == "Khai sinh"


async def test_the_light_rows_hold_what_finding_needs(database: Database) -> None:
    await put(database, BIRTH, MARRIAGE)
    async with database.reading() as session:
        rows = await procedures.light(session)
    assert [row.code for row in rows] == ["1.000894", "1.001193"]
    assert rows[1] == LightRow(
        code="1.001193",
        name="Thủ tục đăng ký khai sinh",
        fields=("Hộ tịch",),
        levels=("commune",),
        scope="nationwide",
        province="",
    )


async def test_nothing_to_store_is_nothing_done(database: Database) -> None:
    await put(database)
    async with database.reading() as session:
        assert await procedures.light(session) == []


async def test_thousands_go_in_at_once(database: Database) -> None:
    await put(database, *(replace(BIRTH, code=f"1.{number:06}") for number in range(2000)))
    async with database.reading() as session:
        assert len(await procedures.digests(session)) == 2000


async def test_what_a_newer_catalogue_confirms_is_dated_anew(database: Database) -> None:
    await put(database, BIRTH, MARRIAGE, replace(BIRTH, code="1.000656"))
    async with database.writing() as session:
        await procedures.confirm(
            session, ["1.001193", "1.000894"], published=date(2026, 9, 1), imported_at=later(1)
        )
    async with database.reading() as session:
        found = [await procedures.get(session, code) for code in ("1.001193", "1.000894", "1.000656")]
    assert [(one.published, one.imported_at) for one in found if one] == [
        (date(2026, 9, 1), later(1)),
        (date(2026, 9, 1), later(1)),
        (date(2026, 7, 18), NOW),
    ]


async def test_the_same_or_an_older_catalogue_dates_nothing_back(database: Database) -> None:
    await put(database, BIRTH)
    async with database.writing() as session:
        for day in (date(2026, 7, 18), date(2025, 1, 1)):
            await procedures.confirm(session, ["1.001193"], published=day, imported_at=later(1))
    async with database.reading() as session:
        found = await procedures.get(session, "1.001193")
    assert found is not None
    assert (found.published, found.imported_at) == (date(2026, 7, 18), NOW)
