from sqlalchemy import text

from storage.database import Database

END_HOLDERS = """
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and pid <> pg_backend_pid()
    and database = (select oid from pg_database where datname = current_database())
"""


async def test_what_one_process_holds_no_other_gets(postgres_url: str) -> None:
    one, other = await Database.open(postgres_url), await Database.open(postgres_url)
    assert await one.grip.take(["a", "b"]) == {"a", "b"}
    assert await other.grip.take(["b", "c"]) == {"c"}
    await one.grip.let_go(["b"])
    assert await other.grip.take(["a", "b"]) == {"b"}
    await one.close()
    assert await other.grip.take(["a"]) == {"a"}
    await other.close()


async def test_taking_twice_is_holding_once(postgres_url: str) -> None:
    one, other = await Database.open(postgres_url), await Database.open(postgres_url)
    for _ in range(2):
        assert await one.grip.take(["a"]) == {"a"}
    await one.grip.let_go(["a"])
    await one.grip.let_go(["a"])
    assert await other.grip.take(["a"]) == {"a"}
    await one.close()
    await other.close()


async def test_a_connection_that_breaks_lets_go_of_everything(postgres_url: str) -> None:
    one, other = await Database.open(postgres_url), await Database.open(postgres_url)
    await one.grip.take(["a"])
    assert await one.grip.holds("a")
    async with other.writing() as session:
        await session.execute(text(END_HOLDERS))
    assert not await one.grip.holds("a")
    assert await one.grip.take(["b"]) == {"b"}
    assert await other.grip.take(["a"]) == {"a"}
    await one.close()
    await other.close()


async def test_on_sqlite_a_process_is_alone(sqlite_database: Database) -> None:
    assert sqlite_database.grip.alone
    assert await sqlite_database.grip.take(["a"]) == {"a"}
    assert await sqlite_database.grip.holds("a")
    await sqlite_database.grip.let_go(["a"])
    assert not await sqlite_database.grip.holds("a")
