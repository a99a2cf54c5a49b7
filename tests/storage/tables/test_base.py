from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Integer, MetaData

from storage.columns import Moment
from storage.database import Database
from storage.engines import build
from storage.tables import metadata
from storage.years import is_partition


def own(name: str | None, kind: str, _: object) -> bool:
    """Partitions are no tables of their own."""
    return kind != "table" or not is_partition(name or "")


async def differences(url: str, wanted: MetaData) -> list[Any]:
    """What a migrated database lacks of the tables wanted, and what it has beyond them."""

    def compare(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"include_name": own})
        return list(compare_metadata(context, wanted))

    await (await Database.open(url)).close()
    engines = build(url)
    async with engines.writer.connect() as connection:
        found = await connection.run_sync(compare)
    await engines.dispose()
    return found


async def test_tables_and_migrations_agree(database_url: str) -> None:
    assert await differences(database_url, metadata) == []


async def test_a_column_without_a_migration_is_noticed(database_url: str) -> None:
    changed = MetaData()
    for table in metadata.tables.values():
        table.to_metadata(changed)
    changed.tables["chats"].append_column(Column("forgotten", Integer))
    (found,) = await differences(database_url, changed)
    assert found[0] == "add_column"


def test_every_moment_has_a_zone() -> None:
    columns = [column for table in metadata.tables.values() for column in table.columns]
    moments = [column for column in columns if column.name == "at" or column.name.endswith(("_at", "_until"))]
    assert len(moments) > 10
    assert [column for column in moments if not isinstance(column.type, Moment)] == []


def test_every_table_says_what_it_is_for() -> None:
    assert [table.name for table in metadata.tables.values() if not table.comment] == []
