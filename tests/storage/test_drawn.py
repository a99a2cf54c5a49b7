from storage import drawn, persons
from storage.database import Database
from tests.storage.moments import NOW


async def marks(database: Database, chat: str = "a", key: str = "list:1") -> tuple[int, ...]:
    async with database.reading() as session:
        return await drawn.marks(session, "telegram", chat, key)


async def remember(database: Database, *numbers: int) -> None:
    async with database.writing() as session:
        await drawn.remember(session, "telegram", "a", "list:1", marks=numbers, at=NOW)


async def test_what_was_never_shown_stands_nowhere(database: Database) -> None:
    assert await marks(database) == ()


async def test_the_last_place_is_remembered(database: Database) -> None:
    await remember(database, 7)
    await remember(database, 2**40, 9)
    assert await marks(database) == (2**40, 9)
    assert await marks(database, chat="b") == ()
    assert await marks(database, key="list:2") == ()


async def test_it_is_erased_with_its_chat(database: Database) -> None:
    await remember(database, 7)
    async with database.writing() as session:
        await persons.erase(session, "telegram", "a", NOW)
    assert await marks(database) == ()
