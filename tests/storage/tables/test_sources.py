import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.tables import intakes, sources
from tests.storage.tables.rows import NOW, fill, put, size

SOURCE = {"id": 1, "name": "Huế", "client_id": "a", "secret_hash": "h", "signed": False, "made_at": NOW}
INTAKE = {"at": NOW, "service": "", "size": 1, "new": 0, "changed": 0, "unchanged": 1, "refused": 0}


async def test_two_sources_do_not_share_a_name(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await fill(database, (sources, SOURCE), (sources, SOURCE | {"id": 2, "client_id": "b"}))


async def test_a_source_takes_its_lines_along(database: Database) -> None:
    async with database.writing() as session:
        await put(session, sources, **SOURCE)
        await put(session, intakes, source_id=1, **INTAKE)
        await session.execute(delete(sources))
        assert await size(session, intakes) == 0
