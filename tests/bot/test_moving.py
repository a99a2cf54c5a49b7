from bot.moving import move
from storage import outbox
from storage.chats import load_state, save_state
from storage.database import Database
from tests.fakes.talk import START


async def test_a_chat_takes_along_its_state_and_what_waits_for_it(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as session:
        await save_state(session, "telegram", "-1", "{}", START)
        await outbox.add(session, channel="telegram", chat="-1", inbox_id=None, body="{}", now=START)
        await move(session, "telegram", "-1", "-1001")
        assert await load_state(session, "telegram", "-1001") == "{}"
        assert [row.chat for row in await outbox.due(session, now=START)] == ["-1001"]
