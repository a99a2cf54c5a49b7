import asyncio
import subprocess
import sys
from textwrap import dedent

import pytest
from sqlalchemy import text

from storage import schema
from storage.database import Database
from storage.engines import build
from storage.errors import DatabaseMigrationError, DatabaseNewerError
from storage.migrations import runner


async def run(url: str, statement: str) -> None:
    engines = build(url)
    async with engines.writer.begin() as connection:
        await connection.execute(text(statement))
    await engines.dispose()


async def open_and_close(url: str) -> None:
    await (await Database.open(url)).close()


async def version(url: str) -> str | None:
    engines = build(url)
    async with engines.writer.connect() as connection:
        found = await connection.run_sync(schema.version)
    await engines.dispose()
    return found


def test_the_head_known_here_is_the_newest_migration() -> None:
    assert runner.known()[0] == schema.HEAD


async def test_an_empty_database_has_no_version(database_url: str) -> None:
    assert await version(database_url) is None


async def test_opening_migrates_to_the_head(database_url: str) -> None:
    await open_and_close(database_url)
    assert await version(database_url) == schema.HEAD


async def test_processes_that_start_at_once_migrate_once(database_url: str) -> None:
    databases = await asyncio.gather(*(Database.open(database_url) for _ in range(4)))
    for database in databases:
        await database.close()
    assert await version(database_url) == schema.HEAD


def test_a_restart_with_nothing_to_migrate_needs_no_alembic(database_url: str) -> None:
    asyncio.run(open_and_close(database_url))
    program = f"""
        import asyncio, sys
        from storage.database import Database

        async def main():
            await (await Database.open({database_url!r})).close()

        asyncio.run(main())
        sys.exit("alembic" in sys.modules)
    """
    assert subprocess.run([sys.executable, "-c", dedent(program)], check=False, timeout=60).returncode == 0


async def test_a_newer_database_is_left_alone(database_url: str) -> None:
    await open_and_close(database_url)
    await run(database_url, "update alembic_version set version_num = '9999'")
    with pytest.raises(DatabaseNewerError, match="9999"):
        await Database.open(database_url)
    assert await version(database_url) == "9999"


async def test_a_migration_that_fails_leaves_nothing_behind(database_url: str) -> None:
    await run(database_url, "create table wrong_tries (in_the_way integer)")
    with pytest.raises(DatabaseMigrationError, match="wrong_tries"):
        await Database.open(database_url)
    assert await version(database_url) is None
    await run(database_url, "drop table wrong_tries")
    await open_and_close(database_url)
