import asyncio

from storage.database import Database
from storage.lock import hold


async def test_one_name_is_held_by_one_transaction(database: Database) -> None:
    story: list[str] = []

    async def work(who: str) -> None:
        async with database.writing() as session:
            await hold(session, "a dossier")
            story.append(f"{who} begins")
            await asyncio.sleep(0.02)
            story.append(f"{who} ends")

    await asyncio.gather(work("first"), work("second"))
    assert sorted(story[:2]) in (["first begins", "first ends"], ["second begins", "second ends"])


async def test_names_taken_in_any_order_never_lock_each_other_out(database: Database) -> None:
    async def work(*names: str) -> None:
        async with database.writing() as session:
            await hold(session, *names)
            await asyncio.sleep(0.005)

    await asyncio.gather(*(work(*names) for names in ("ab", "ba") * 5))


async def test_a_name_may_be_held_twice(database: Database) -> None:
    async with database.writing() as session:
        await hold(session, "a", "a")
        await hold(session, "a")
