"""Invented dossiers in any number, loaded in bulk."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, Final

from sqlalchemy import text

from storage import bulk
from storage.cipher import Cipher
from storage.database import Database
from storage.dossiers import lookup_key
from storage.keyed_hash import KeyedHash
from storage.registers import BLANK, changes
from storage.reports import DossierReport, Status
from storage.tables import dossier_steps, dossiers

KEY: Final = b"a key for benchmarks, 32 bytes .."
HASHER: Final = KeyedHash(KEY)
CIPHER: Final = Cipher(KEY)
START: Final = datetime(2026, 1, 1, tzinfo=UTC)
BATCH: Final = 20_000


def code(number: int) -> str:
    """The code of one invented dossier."""
    return f"000.00.{number // 1_000_000:02}.H99-260101-{number % 1_000_000:06}"


async def load(database: Database, numbers: range, steps: int) -> None:
    """Load these dossiers with so many steps of history each."""
    rows = _rows(numbers)
    while batch := list(islice(rows, BATCH)):
        async with database.writing() as session:
            await bulk.load(session, dossiers, batch)
            await bulk.load(session, dossier_steps, list(_steps(batch, steps)))
    async with database.writing() as session:
        await session.execute(text("analyze"))


def _rows(numbers: range) -> Iterator[dict[str, Any]]:
    """One row is made as deliveries make it; the others differ in number and code."""
    sample = DossierReport(
        code=code(0),
        at=START,
        status=Status.ACCEPTED,
        procedure_code="1.001193",
        office="UBND phường Thử Nghiệm",
        received_at=START,
        due_at=START + timedelta(days=400),
        applicant="Nguyễn Văn Thử",
        phone="0900000123",
    )
    empty = {column.name: None for column in dossiers.columns}
    row = {**empty, **BLANK, **changes(BLANK, sample, HASHER), "phone_owner": ""}
    for number in numbers:
        yield {**row, "id": number + 1, "code": code(number), "key": lookup_key(code(number))}


def _steps(rows: list[dict[str, Any]], steps: int) -> Iterator[dict[str, Any]]:
    way = [
        {
            "at": START - timedelta(hours=steps - step),
            "status": 4,
            "office": "Bộ phận một cửa",
            "text": "Đang xử lý",
            "digest": f"{step:032}",
        }
        for step in range(steps)
    ]
    return ({"dossier_id": row["id"], **step} for row in rows for step in way)
