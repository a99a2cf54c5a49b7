"""The schema's version: checked cheaply at every start, migrated by Alembic where it is behind."""

from importlib import import_module
from typing import Final

from sqlalchemy import Connection, String, column, inspect, select, table, text
from sqlalchemy.exc import SQLAlchemyError

from storage.engines import Engines
from storage.errors import DatabaseMigrationError, DatabaseNewerError, DatabaseUnreachableError

HEAD: Final = "0012"
"""The newest migration. Known here so that a start that has nothing to migrate needs no Alembic."""

_LOCK: Final = 0x4D6F7443
"""The PostgreSQL advisory lock under which one process migrates and the others wait."""

_VERSION = table("alembic_version", column("version_num", String))


async def bring_up_to_date(engines: Engines) -> None:
    """Migrate to HEAD, whoever else starts at the same time.

    Raises DatabaseUnreachableError, DatabaseNewerError or DatabaseMigrationError.
    """
    try:
        async with engines.writer.connect() as connection:
            found = await connection.run_sync(version)
    except (SQLAlchemyError, OSError) as error:
        raise DatabaseUnreachableError(url=engines.url, reason=_reason(error)) from None
    if found != HEAD:
        await _bring_up(engines)


async def _bring_up(engines: Engines) -> None:
    try:
        async with engines.writer.begin() as connection:
            await connection.run_sync(_migrate, engines.url)
    except SQLAlchemyError as error:
        raise DatabaseMigrationError(url=engines.url, reason=_reason(error)) from None


def version(connection: Connection) -> str | None:
    """The migration the database stands at; None where it has no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(select(_VERSION.c.version_num))
    return found


def _migrate(connection: Connection, url: str) -> None:
    # Importing Alembic takes longer than all the rest of a start that has nothing to migrate.
    runner = import_module("storage.migrations.runner")
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    found = version(connection)  # once more: another process may have migrated while this one waited
    if found is not None and found not in runner.known():
        raise DatabaseNewerError(url=url, found=found)
    runner.upgrade(connection)


def _reason(error: Exception) -> object:
    """The database's own words, without the statement and what came with it."""
    return getattr(error, "orig", None) or error
