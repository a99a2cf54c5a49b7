from datetime import UTC, date, datetime
from functools import partial

import pytest

from bot import library
from bot.library import Library
from knowledge.facts import Facts, Level, Scope
from knowledge.guide import Guide, GuidePaper, Sibling, Until
from knowledge.matching.match import Aspect
from knowledge.procedure import Procedure, Source
from knowledge.shelf import Shelf
from storage import procedures
from storage.database import Database
from storage.procedures import ProcedureRow

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
GUIDE = Guide(
    name="Làm giấy khai sinh",
    summary="Cho bé mới sinh.",
    says=("a", "b", "c", "d", "e"),
    papers=(GuidePaper(id="don", name="Tờ khai"),),
    fee="Hỏi xã",
    time="Trong ngày",
    place="Xã",
    online="Được",
    siblings=(Sibling(code="1.000009", when="Mất giấy"),),
)
BIRTH = Procedure(
    facts=Facts(
        code="1.000001", name="Thủ tục đăng ký khai sinh", fields=("Hộ tịch",), levels=(Level.COMMUNE,)
    ),
    source=Source(published=date(2026, 7, 18), checked=date(2026, 11, 22)),
    guide=GUIDE,
)


def row(facts: Facts, published: date | None = date(2026, 8, 1)) -> ProcedureRow:
    return ProcedureRow(
        code=facts.code,
        name=facts.name,
        fields=facts.fields,
        levels=tuple(facts.levels),
        scope=facts.scope,
        province=library.owner(facts),
        digest=facts.code,
        facts=facts.model_dump_json(),
        published=published,
        imported_at=NOW,
    )


DEATH = Facts(code="1.000002", name="Thủ tục đăng ký khai tử", levels=(Level.COMMUNE, Level.PROVINCE))
OWN = Facts(code="1.115001", name="Hỗ trợ hỏa táng", scope=Scope.PROVINCIAL, publisher="UBND tỉnh Bắc Giang")
INTERNAL = Facts(code="1.900001", name="Họp giao ban", scope=Scope.INTERNAL)
NEW_BIRTH = BIRTH.facts.model_copy(update={"conditions": "Trong 60 ngày"})


async def test_a_dated_line_gives_way_from_the_day_after(sqlite_database: Database) -> None:
    until = (Until(aspect="fee", day=date(2026, 12, 31), then="8.000 đồng"),)
    dated = BIRTH.model_copy(update={"guide": GUIDE.model_copy(update={"until": until})})
    shelf = Shelf(procedures={dated.code: dated})
    fees = []
    for moment in (datetime(2026, 12, 31, 16, tzinfo=UTC), datetime(2026, 12, 31, 17, tzinfo=UTC)):
        held = Library(sqlite_database, shelf, {}, clock=partial(_at, moment))
        found = await held.find(dated.code)
        fees.append(found.guide.fee if found and found.guide else None)
    assert fees == ["Hỏi xã", "8.000 đồng"]


def _at(moment: datetime) -> datetime:
    return moment


async def opened(database: Database, *facts: Facts, shipped: tuple[Procedure, ...] = (BIRTH,)) -> Library:
    async with database.writing() as session:
        await procedures.put(session, [row(one) for one in facts])
    return await Library.open(database, Shelf(procedures={one.code: one for one in shipped}))


async def test_shipped_and_imported_are_one(sqlite_database: Database) -> None:
    shelf = await opened(sqlite_database, DEATH)
    assert [entry.code for entry in shelf.entries()] == ["1.000001", "1.000002"]
    assert shelf.known("1.000001")
    assert shelf.known("1.000002")
    assert not shelf.known("1.000003")


async def test_a_shipped_entry_brings_its_guide(sqlite_database: Database) -> None:
    (entry,) = (await opened(sqlite_database)).entries()
    assert (entry.short_name, entry.summary, entry.says) == (GUIDE.name, GUIDE.summary, GUIDE.says)
    assert (entry.name, entry.fields, entry.levels) == (
        "Thủ tục đăng ký khai sinh",
        ("Hộ tịch",),
        (Level.COMMUNE,),
    )
    assert entry.siblings == (("1.000009", "Mất giấy"),)


async def test_an_imported_entry_brings_what_is_light(sqlite_database: Database) -> None:
    entries = {entry.code: entry for entry in (await opened(sqlite_database, DEATH, OWN)).entries()}
    assert entries["1.000002"].levels == (Level.COMMUNE, Level.PROVINCE)
    assert entries["1.115001"].scope is Scope.PROVINCIAL
    assert entries["1.115001"].province == "Bắc Ninh"


async def test_a_code_both_shipped_and_imported_is_one_entry(sqlite_database: Database) -> None:
    (entry,) = (await opened(sqlite_database, NEW_BIRTH)).entries()
    assert entry.short_name == GUIDE.name


async def test_what_is_internal_is_nowhere(sqlite_database: Database) -> None:
    shipped = Procedure(facts=INTERNAL.model_copy(update={"code": "1.900002"}), source=BIRTH.source)
    shelf = await opened(sqlite_database, INTERNAL, shipped=(shipped,))
    assert shelf.entries() == []
    for code in ("1.900001", "1.900002"):
        assert not shelf.known(code)
        assert await shelf.find(code) is None
        assert shelf.label(code) == code


async def test_imported_facts_replace_the_shipped_ones_under_their_guide(sqlite_database: Database) -> None:
    found = await (await opened(sqlite_database, NEW_BIRTH)).find("1.000001")
    assert found is not None
    assert (found.facts, found.guide, found.stale) == (NEW_BIRTH, GUIDE, frozenset({Aspect.CONDITIONS}))
    assert found.source == Source(published=date(2026, 8, 1), checked=date(2026, 11, 23))


async def test_what_was_never_imported_is_found_on_the_shelf(sqlite_database: Database) -> None:
    assert await (await opened(sqlite_database)).find("1.000001") == BIRTH


async def test_what_nobody_holds_is_none(sqlite_database: Database) -> None:
    assert await (await opened(sqlite_database)).find("1.000003") is None


async def test_without_a_day_facts_are_of_the_day_they_came(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as session:
        await procedures.put(session, [row(DEATH, published=None)])
    found = await (await Library.open(sqlite_database, Shelf(procedures={}))).find("1.000002")
    assert found is not None
    assert found.source.published == date(2026, 11, 23)


async def test_only_so_many_are_kept_in_memory(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "KEPT", 1)
    shelf = await opened(sqlite_database, DEATH, OWN)
    first = await shelf.find("1.000002")
    assert await shelf.find("1.000002") is first
    await shelf.find("1.115001")
    again = await shelf.find("1.000002")
    assert again == first
    assert again is not first


@pytest.mark.parametrize(
    ("code", "label"),
    [("1.000001", "Làm giấy khai sinh"), ("1.000002", "Đăng ký khai tử"), ("9.999999", "9.999999")],
)
async def test_a_label_is_short_and_human(sqlite_database: Database, code: str, label: str) -> None:
    assert (await opened(sqlite_database, DEATH)).label(code) == label


async def test_what_is_shipped_without_a_guide_has_a_label_too(sqlite_database: Database) -> None:
    shelf = await opened(sqlite_database, shipped=(BIRTH.model_copy(update={"guide": None}),))
    assert shelf.label("1.000001") == "Đăng ký khai sinh"


async def test_what_is_removed_meanwhile_is_none(sqlite_database: Database) -> None:
    rows = {
        "1.000002": procedures.LightRow(
            code="1.000002", name="x", fields=(), levels=(), scope="nationwide", province=""
        )
    }
    assert await Library(sqlite_database, Shelf(procedures={}), rows).find("1.000002") is None
