import pytest
from sqlalchemy import select

from storage import sources
from storage.database import Database
from storage.errors import SourceTakenError, UnknownSourceError
from storage.sources import Credentials, Intake, Source
from storage.tables import sources as table
from tests.storage.moments import NOW


async def add(database: Database, name: str = "H99") -> Credentials:
    async with database.writing() as session:
        return await sources.add(session, name, signed=False, now=NOW)


async def find(database: Database, client_id: str) -> Source:
    async with database.reading() as session:
        found = await sources.find(session, client_id)
    assert found is not None
    return found


async def test_a_source_is_proved_by_its_own_secret_only(database: Database) -> None:
    one, other = await add(database), await add(database, "H98")
    found = await find(database, one.client_id)
    assert found.proved_by(one.secret)
    assert not found.proved_by(other.secret)
    assert not found.proved_by("")


async def test_the_secret_itself_is_not_kept(database: Database) -> None:
    given = await add(database)
    async with database.reading() as session:
        assert given.secret not in str((await session.execute(select(table))).all())


async def test_a_rotated_secret_ends_the_old_one(database: Database) -> None:
    old = await add(database)
    async with database.writing() as session:
        new = await sources.rotate(session, "H99")
    found = await find(database, old.client_id)
    assert new.client_id == old.client_id
    assert found.proved_by(new.secret)
    assert not found.proved_by(old.secret)


async def test_a_revoked_source_is_proved_by_nothing(database: Database) -> None:
    given = await add(database)
    async with database.writing() as session:
        await sources.revoke(session, "H99", NOW)
    assert not (await find(database, given.client_id)).proved_by(given.secret)


async def test_a_name_is_given_once(database: Database) -> None:
    await add(database)
    with pytest.raises(SourceTakenError):
        await add(database)


async def test_an_unknown_name_is_an_error(database: Database) -> None:
    with pytest.raises(UnknownSourceError):
        async with database.writing() as session:
            await sources.rotate(session, "H77")


async def test_sources_are_listed_with_how_much_they_delivered(database: Database) -> None:
    given = await add(database)
    await add(database, "H98")
    source = await find(database, given.client_id)
    line = Intake(source_id=source.id, at=NOW, service="", size=9, new=1, changed=0, unchanged=0, refused=0)
    async with database.writing() as session:
        await sources.note(session, line)
    async with database.reading() as session:
        assert [(one.name, made) for one, made in await sources.listed(session)] == [("H98", 0), ("H99", 1)]
