from datetime import datetime

from storage import persons, presences
from storage.database import Database
from storage.presences import Presence
from tests.storage.moments import NOW, later


async def known(database: Database, chat: str = "a") -> Presence | None:
    async with database.reading() as session:
        return await presences.get(session, "zalo", chat)


async def spoke(database: Database, at: datetime) -> None:
    async with database.writing() as session:
        await presences.spoke(session, "zalo", "a", at)


async def test_who_never_spoke_is_not_known(database: Database) -> None:
    assert await known(database) is None


async def test_the_latest_word_counts_in_whatever_order_it_is_told(database: Database) -> None:
    for minutes in (0, 5, 3):
        await spoke(database, later(minutes))
    assert await known(database) == Presence(spoke_at=later(5), human_until=None, phone="")
    assert await known(database, "b") is None


async def test_a_human_being_takes_over_and_hands_back(database: Database) -> None:
    async with database.writing() as session:
        await presences.take_over(session, "zalo", "a", at=NOW, until=later(60))
    taken = await known(database)
    assert taken is not None
    assert taken.human_until == later(60)
    await spoke(database, later(1))
    async with database.writing() as session:
        await presences.hand_back(session, "zalo", "a")
    assert await known(database) == Presence(spoke_at=later(1), human_until=None, phone="")


async def test_a_number_is_erased_with_its_chat(database: Database) -> None:
    await spoke(database, NOW)
    async with database.writing() as session:
        await presences.keep_phone(session, "zalo", "a", "sealed")
    kept = await known(database)
    assert kept is not None
    assert kept.phone == "sealed"
    async with database.writing() as session:
        await persons.erase(session, "zalo", "a", NOW)
    assert await known(database) is None
