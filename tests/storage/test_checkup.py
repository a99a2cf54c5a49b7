import pytest

from storage import checkup
from storage.database import Database
from storage.errors import DatabaseAddressError, DatabaseUnreachableError


async def test_an_open_database_stands_at_the_newest_version(database: Database, database_url: str) -> None:
    standing = await checkup.look(database_url)
    assert standing.version == checkup.HEAD
    assert (standing.procedures, standing.waiting, standing.grants) == (0, 0, ())


async def test_looking_does_not_migrate(postgres_url: str) -> None:
    assert (await checkup.look(postgres_url)).version is None
    assert (await checkup.look(postgres_url)).version is None


async def test_what_cannot_be_looked_at_is_told_apart() -> None:
    with pytest.raises(DatabaseUnreachableError):
        await checkup.look("postgresql+asyncpg://motcua@127.0.0.1:9/motcua")
    with pytest.raises(DatabaseAddressError):
        await checkup.look("nonsense")
