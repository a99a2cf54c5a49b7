import asyncio
from datetime import timedelta

from bot.keeper import MONTH, Keeper
from storage import dossiers
from storage.database import Database
from tests.storage.following import take
from tests.storage.moments import NOW, later
from tests.storage.samples import CODE, RETURNED


async def there(database: Database) -> bool:
    async with database.reading() as session:
        return await dossiers.get(session, CODE) is not None


async def test_an_ended_dossier_is_kept_as_long_as_the_settings_say(sqlite_database: Database) -> None:
    await take(sqlite_database, RETURNED)
    now = later(90) + 24 * MONTH
    assert await Keeper(sqlite_database, months=24, clock=lambda: now - timedelta(hours=1)).let_go() == 0
    assert await there(sqlite_database)
    assert await Keeper(sqlite_database, months=24, clock=lambda: now + timedelta(hours=1)).let_go() == 1
    assert not await there(sqlite_database)


async def test_it_looks_by_itself(sqlite_database: Database) -> None:
    await take(sqlite_database, RETURNED)
    keeper = Keeper(sqlite_database, months=1, clock=lambda: NOW + timedelta(days=99))
    await keeper.start()
    for _ in range(1000):
        if not await there(sqlite_database):
            break
        await asyncio.sleep(0.01)
    await keeper.stop()
    assert not await there(sqlite_database)
