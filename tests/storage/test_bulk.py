from dataclasses import replace

from sqlalchemy import select

from storage import bulk, dossiers
from storage.database import Database
from storage.registers import BLANK, changes
from storage.tables import dossiers as table
from tests.storage.following import take
from tests.storage.samples import ACCEPTED, CODE, HASHER


async def test_rows_loaded_in_bulk_are_the_rows_that_deliveries_make(database: Database) -> None:
    await take(database, ACCEPTED)
    async with database.writing() as session:
        taken = dict((await session.execute(select(table))).mappings().one())
        await session.execute(table.delete())
        row = {**taken, **BLANK, **changes(BLANK, ACCEPTED, HASHER), "id": 7}
        await bulk.load(session, table, [row])
        await bulk.load(session, table, [])
        assert dict((await session.execute(select(table))).mappings().one()) == {**taken, "id": 7}
        assert await dossiers.open_with_proof(session, HASHER, CODE, "0123") is not None


async def test_numbers_go_on_after_the_ones_that_were_loaded(database: Database) -> None:
    await take(database, ACCEPTED)
    other = replace(ACCEPTED, code="000.00.01.H99-261101-0002")
    async with database.writing() as session:
        row = dict((await session.execute(select(table))).mappings().one())
        await session.execute(table.delete())
        await bulk.load(session, table, [{**row, "id": 70}])
    await take(database, other)
    async with database.reading() as session:
        assert await dossiers.number_of(session, other.code) == 71
