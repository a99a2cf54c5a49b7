from sqlalchemy import delete, insert, update

from benchmarks.deliveries import ledgers
from bot.notifier import Notifier
from storage.database import Database
from storage.tables import dossier_steps, dossiers, outbox
from tests.storage.following import take, tie
from tests.storage.moments import NOW
from tests.storage.samples import ACCEPTED, PROCESSING


async def moved(database: Database) -> None:
    await take(database, ACCEPTED)
    await tie(database)
    await take(database, PROCESSING)


async def test_a_lost_step_and_another_status_are_differences(database: Database) -> None:
    await moved(database)
    whole = await ledgers.state(database)
    async with database.writing() as session:
        await session.execute(delete(dossier_steps))
    without_step = await ledgers.state(database)
    async with database.writing() as session:
        await session.execute(update(dossiers).values(status=1))
    assert len({repr(one) for one in (whole, without_step, await ledgers.state(database))}) == 3


async def test_what_is_queued_is_untold_until_a_reply_holds_it(database: Database) -> None:
    await moved(database)
    assert (await ledgers.told(database)).total() == await ledgers.untold(database) == 1
    await Notifier(database, language="vi", told=lambda: None, clock=lambda: NOW).tell_due()
    assert await ledgers.untold(database) == 0
    assert await ledgers.unfounded(database) == 0


async def test_a_reply_without_a_notice_is_unfounded(database: Database) -> None:
    async with database.writing() as session:
        row = {"channel": "web", "chat": "a", "body": "{}", "created_at": NOW, "tries": 0}
        await session.execute(insert(outbox).values(row))
    assert await ledgers.unfounded(database) == 1
