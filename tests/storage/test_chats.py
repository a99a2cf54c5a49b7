from storage import chats
from storage.database import Database
from tests.storage.moments import NOW


async def test_a_new_chat_has_no_state(database: Database) -> None:
    async with database.writing() as session:
        assert await chats.load_state(session, "web", "a") is None


async def test_the_last_state_saved_is_the_one_loaded(database: Database) -> None:
    async with database.writing() as session:
        await chats.save_state(session, "web", "a", "first", NOW)
        await chats.save_state(session, "web", "a", "second", NOW)
    async with database.reading() as session:
        assert await chats.load_state(session, "web", "a") == "second"


async def test_chats_of_one_name_on_two_channels_are_two(database: Database) -> None:
    async with database.writing() as session:
        await chats.save_state(session, "web", "a", "web's", NOW)
        await chats.save_state(session, "telegram", "a", "telegram's", NOW)
        assert await chats.load_state(session, "web", "a") == "web's"


async def test_a_chat_that_moves_takes_its_state_along(database: Database) -> None:
    async with database.writing() as session:
        await chats.save_state(session, "web", "a", "a's", NOW)
        await chats.move(session, "web", "a", "b")
        await chats.move(session, "web", "a", "b")
        assert await chats.load_state(session, "web", "a") is None
        assert await chats.load_state(session, "web", "b") == "a's"


async def test_where_it_moves_to_what_is_known_there_stays(database: Database) -> None:
    async with database.writing() as session:
        await chats.save_state(session, "web", "a", "a's", NOW)
        await chats.save_state(session, "web", "b", "b's", NOW)
        await chats.move(session, "web", "a", "b")
        assert await chats.load_state(session, "web", "a") is None
        assert await chats.load_state(session, "web", "b") == "b's"
