from datetime import date, timedelta

from storage import asked
from storage.database import Database

TODAY = date(2026, 11, 22)


async def note(
    database: Database,
    code: str,
    times: int = 1,
    *,
    commune: str = "A",
    day: date = TODAY,
    province: str = "P",
) -> None:
    async with database.writing() as session:
        for number in range(times):
            await asked.note(
                session, day=day, province=province, commune=commune, code=code, chat=f"chat {number}"
            )


async def most(
    database: Database, *, commune: str = "A", province: str = "P", least: int = 1, limit: int = 9
) -> list[str]:
    async with database.reading() as session:
        return await asked.most(
            session,
            since=TODAY - timedelta(days=30),
            province=province,
            commune=commune,
            least=least,
            limit=limit,
        )


async def test_the_most_asked_come_first_whoever_asked(database: Database) -> None:
    await note(database, "1.000001", 3)
    await note(database, "1.000002", 40)
    assert await most(database) == ["1.000002", "1.000001"]
    assert await most(database, limit=1) == ["1.000002"]
    assert await most(database, least=4) == ["1.000002"]


async def test_every_place_has_its_own(database: Database) -> None:
    await note(database, "1.000001", commune="A")
    await note(database, "1.000002", 2, commune="B")
    await note(database, "1.000003", 3, commune="C", province="Q")
    assert await most(database, commune="A") == ["1.000001"]
    assert await most(database, commune="") == ["1.000002", "1.000001"]
    assert await most(database, commune="", province="") == ["1.000003", "1.000002", "1.000001"]


async def test_days_add_up_until_they_are_past(database: Database) -> None:
    await note(database, "1.000001", 2, day=TODAY - timedelta(days=1))
    await note(database, "1.000001", 2)
    await note(database, "1.000002", 9, day=TODAY - timedelta(days=31))
    assert await most(database, least=4) == ["1.000001"]


async def test_what_is_past_its_time_is_deleted(database: Database) -> None:
    await note(database, "1.000001", day=TODAY - asked.KEPT)
    await note(database, "1.000002", day=TODAY - asked.KEPT - timedelta(days=1))
    async with database.writing() as session:
        await asked.forget(session, TODAY)
        left = await asked.most(session, since=date(2000, 1, 1), province="", commune="", least=1, limit=9)
    assert left == ["1.000001"]
