"""The least a row of each table needs, for tests of what the tables themselves hold to."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, func, insert, select

from storage.database import Database
from storage.reports import Status
from storage.session import Session

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
CHAT = {"channel": "web", "chat": "a"}

DOSSIER: dict[str, Any] = {
    "id": 1,
    "key": "H991",
    "code": "H99-1",
    "source": "",
    "procedure_code": "",
    "procedure_name": "",
    "office": "",
    "status": int(Status.ACCEPTED),
    "status_order": "",
    "needs": [],
    "facts_order": "",
    "applicant": "",
    "applicant_kind": "other",
    "phone_proof": "",
    "identity_proof": "",
    "applicant_order": "",
}


async def put(session: Session, table: Table, **values: Any) -> None:
    """Put one row in."""
    await session.execute(insert(table).values(values))


async def fill(database: Database, *rows: tuple[Table, dict[str, Any]]) -> None:
    """Put rows in, all or none."""
    async with database.writing() as session:
        for table, values in rows:
            await put(session, table, **values)


async def size(session: Session, table: Table) -> int:
    """How many rows there are."""
    return await session.scalar(select(func.count()).select_from(table)) or 0
