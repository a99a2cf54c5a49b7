from sqlalchemy import select

from storage.database import Database
from storage.tables import chats
from storage.upsert import insert
from tests.storage.moments import NOW

ROW = {"channel": "web", "chat": "a", "state": "first", "updated_at": NOW}


async def test_a_row_in_the_way_is_left_or_replaced_as_told(database: Database) -> None:
    key = [chats.c.channel, chats.c.chat]
    async with database.writing() as session:
        await session.execute(insert(session, chats).values(ROW))
        await session.execute(
            insert(session, chats).values({**ROW, "state": "second"}).on_conflict_do_nothing()
        )
        assert await session.scalar(select(chats.c.state)) == "first"
        replaced = insert(session, chats).values({**ROW, "state": "third"})
        await session.execute(
            replaced.on_conflict_do_update(index_elements=key, set_={"state": replaced.excluded.state})
        )
        assert await session.scalar(select(chats.c.state)) == "third"
