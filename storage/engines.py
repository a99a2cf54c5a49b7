"""Database engines by address: one for readers, one for writers, set up so that nothing is lost.

SQLAlchemy's default transactions on SQLite begin as readers and lose updates without an error, so here
a writer begins with BEGIN IMMEDIATE, and there is one writing connection a process: writers of this
process queue for it in order instead of polling a locked file.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.cipher import Cipher
from storage.encrypted import entrust
from storage.errors import DatabaseAddressError
from storage.inline import DRIVER, InlineEngine, begin_writing

PATIENCE: Final = 30
"""Seconds a writer waits for the writers before it."""

DRIVERS: Final = {
    "sqlite": DRIVER,
    "sqlite+aiosqlite": DRIVER,
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
"""Plain names, as they stand in many deployments' settings, and the drivers meant."""


@dataclass(frozen=True, slots=True)
class Engines:
    """Readers cannot write: a mistake there is an error, not a lost update."""

    reader: AsyncEngine
    writer: AsyncEngine

    @property
    def url(self) -> str:
        """The address as it may be shown: without its password."""
        return self.writer.url.render_as_string(hide_password=True)

    def entrust(self, cipher: Cipher) -> None:
        """Have the encrypted columns use a cipher."""
        for engine in (self.reader, self.writer):
            entrust(engine.dialect, cipher)

    async def dispose(self) -> None:
        """Close every connection."""
        await self.reader.dispose()
        await self.writer.dispose()


def build(address: str) -> Engines:
    """The engines of one address; nothing is connected yet, but a SQLite file's folder is made.

    Raises DatabaseAddressError where the address cannot be read or its driver is not there.
    """
    url = _parse(address)
    try:
        return _sqlite(url) if url.get_backend_name() == "sqlite" else _server(url)
    except (ArgumentError, ImportError) as error:
        raise DatabaseAddressError(reason=str(error)) from None


def _parse(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # The address is not repeated: it may hold a password.
        raise DatabaseAddressError(reason="it is not an address of the form driver://…") from None
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def _server(url: URL) -> Engines:
    engine = create_async_engine(url, hide_parameters=True, pool_pre_ping=True)
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(reader=reader, writer=engine)


def _sqlite(url: URL) -> Engines:
    if url.database in (None, "", ":memory:"):
        raise DatabaseAddressError(reason="it names no file, and a memory database has one connection only")
    _make_folder(Path(url.database).parent)
    reader = _sqlite_engine(url, {"query_only": "on"})
    # The writer never waits inside SQLite: that would stop the loop. It asks again (see storage.inline).
    writer = _sqlite_engine(
        url,
        {"journal_mode": "wal", "synchronous": "full", "busy_timeout": "0"},
        writes=True,
        pool_size=1,
        max_overflow=0,
    )
    event.listen(reader.sync_engine, "begin", _begin)
    event.listen(writer.sync_engine, "begin", _begin_writing)
    return Engines(reader=reader, writer=writer)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseAddressError(reason=f"the folder {folder} cannot be made ({error.strerror})") from None


def _sqlite_engine(url: URL, pragmas: dict[str, str], **options: Any) -> AsyncEngine:
    engine = create_async_engine(
        url.set(drivername=DRIVER),
        hide_parameters=True,
        pool_timeout=PATIENCE,
        connect_args={"isolation_level": None, "timeout": PATIENCE, "check_same_thread": False},
        **options,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for name, value in {"foreign_keys": "on", **pragmas}.items():
            cursor.execute(f"pragma {name} = {value}")
        cursor.close()

    return InlineEngine(engine.sync_engine)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    begin_writing(connection, PATIENCE)
