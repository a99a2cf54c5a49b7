"""Many rows at once into an empty table: COPY on PostgreSQL, one prepared insert on SQLite.

For a first load only: nothing is compared, nobody is told, and no correction is kept.
"""

import json
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Table, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession


async def load(session: AsyncSession, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Put the rows in; every one has the same columns."""
    connection = await session.connection()
    if connection.dialect.driver == "asyncpg" and rows:
        await _copy(connection, table, rows)
    elif rows:
        await connection.execute(insert(table), rows)


async def _copy(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    names = list(rows[0])
    written = {name for name in names if isinstance(table.c[name].type, JSON)}
    driver: Any = (await connection.get_raw_connection()).driver_connection
    await driver.copy_records_to_table(
        table.name,
        columns=names,
        records=map(itemgetter(*names), _written(rows, written) if written else rows),
    )
    if "id" in names:
        highest = select(func.max(table.c.id)).scalar_subquery()
        await connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), highest)))


def _written(rows: Sequence[dict[str, Any]], names: set[str]) -> Iterator[dict[str, Any]]:
    """The rows with these columns as JSON, which the driver does not write by itself."""
    for row in rows:
        yield row | {name: json.dumps(row[name], ensure_ascii=False) for name in names}
