"""The memory of the service: opened by an address, read and written in transactions."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, Self

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from storage import schema
from storage.engines import Engines, build

WRITING: Final = "writing"
"""Set in the ``info`` of a session that may write."""


class Database:
    """One SQLite file or one PostgreSQL database, brought to the present schema when it is opened."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._readers = _sessions(engines.reader, writing=False)
        self._writers = _sessions(engines.writer, writing=True)

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect, and migrate where the database is behind; quick where it is not.

        Raises DatabaseAddressError, DatabaseUnreachableError, DatabaseNewerError or
        DatabaseMigrationError.
        """
        engines = build(url)
        try:
            await schema.bring_up_to_date(engines)
        except BaseException:
            await engines.dispose()
            raise
        return cls(engines)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A transaction that sees one state of the data and can change none of it."""
        async with self._readers() as session, session.begin():
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A transaction that is committed at the end, or rolled back on any error.

        On SQLite writers go one after the other; on PostgreSQL what is read in order to be written is
        locked (see ``storage.lock``). Keep it short.
        """
        async with self._writers() as session, session.begin():
            await session.connection()  # begins at once: SQLite's writer is alone from here on
            yield session

    async def close(self) -> None:
        """Close every connection."""
        await self._engines.dispose()


def _sessions(engine: AsyncEngine, *, writing: bool) -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(engine, expire_on_commit=False, info={WRITING: writing})
