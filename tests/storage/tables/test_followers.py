import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.tables import dossiers, follows, links, notices
from tests.storage.tables.rows import CHAT, DOSSIER, NOW, fill, put, size

TIE = {"id": 3, **CHAT, "dossier_id": 1, "role": "applicant", "opened_at": NOW}
NOTICE = {"follow_id": 3, "change": "status x", "kind": "status", "noted_at": NOW}


async def test_a_change_is_noted_once_for_each_follower(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await fill(database, (dossiers, DOSSIER), (follows, TIE), (notices, NOTICE), (notices, NOTICE))


async def test_a_dossier_takes_its_ties_along(database: Database) -> None:
    async with database.writing() as session:
        await put(session, dossiers, **DOSSIER)
        await put(session, follows, **TIE)
        await put(session, notices, **NOTICE)
        await put(session, links, digest="d", dossier_id=1, role="helper", made_at=NOW, expires_at=NOW)
        await session.execute(delete(dossiers))
        assert [await size(session, table) for table in (follows, notices, links)] == [0, 0, 0]
