"""Many rows at once into an empty table: COPY on PostgreSQL, one prepared insert on SQLite.

For a first load only: nothing is compared, nobody is told, and no correction is kept.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Dialect, Table, func, insert, select
from sqlalchemy.types import TypeEngine

from storage.encrypted import Encrypted, EncryptedJson
from storage.session import Session


async def load(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Put the rows in; every one has the same columns."""
    if session.dialect.driver == "asyncpg" and rows:
        await _copy(session, table, rows)
    elif rows:
        await session.execute(insert(table), rows)


async def _copy(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    names = list(rows[0])
    writers = {
        name: write for name in names if (write := _writer(table.c[name].type, session.dialect)) is not None
    }
    driver: Any = (await session.get_raw_connection()).driver_connection
    await driver.copy_records_to_table(
        table.name,
        columns=names,
        records=map(itemgetter(*names), _written(rows, writers) if writers else rows),
    )
    if "id" in names:
        highest = select(func.max(table.c.id)).scalar_subquery()
        await session.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), highest)))


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """What an insert would do to such values on their way: COPY goes past it. The driver knows the rest."""
    own = isinstance(kind, JSON | Encrypted | EncryptedJson)
    return kind.dialect_impl(dialect).bind_processor(dialect) if own else None


def _written(
    rows: Sequence[dict[str, Any]], writers: dict[str, Callable[[Any], Any]]
) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield row | {name: write(row[name]) for name, write in writers.items()}
