from bot.leaving import leave
from storage import follows, outbox
from storage.database import Database
from tests.storage.following import take, tie
from tests.storage.moments import NOW
from tests.storage.samples import ACCEPTED


async def test_nothing_more_is_said_or_followed_there(sqlite_database: Database) -> None:
    await take(sqlite_database, ACCEPTED)
    followed = await tie(sqlite_database, "a")
    async with sqlite_database.writing() as session:
        await outbox.add(session, channel="web", chat="a", inbox_id=None, body="{}", now=NOW)
        await leave(session, "web", "a")
        assert await outbox.due(session, now=NOW) == []
        assert [one.followed_at for one in await follows.of_chat(session, "web", "a")] == [None]
    assert followed
