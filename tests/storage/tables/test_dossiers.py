import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.tables import dossier_changes, dossier_steps, dossiers
from tests.storage.tables.rows import DOSSIER, NOW, fill, put, size

STEP = {"dossier_id": 1, "at": NOW, "status": 4, "office": "", "text": "", "digest": "d"}


async def test_a_step_stands_in_the_history_once(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await fill(database, (dossiers, DOSSIER), (dossier_steps, STEP), (dossier_steps, STEP))


async def test_a_dossier_takes_its_history_along(database: Database) -> None:
    async with database.writing() as session:
        await put(session, dossiers, **DOSSIER)
        await put(session, dossier_steps, **STEP)
        await put(session, dossier_changes, dossier_id=1, noted_at=NOW, before={"status": 2})
        await session.execute(delete(dossiers))
        assert [await size(session, table) for table in (dossier_steps, dossier_changes)] == [0, 0]
