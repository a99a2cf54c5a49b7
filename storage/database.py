"""The memory of the service: opened by an address, read and written in transactions."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from sqlalchemy import select

from storage import schema
from storage.cipher import Cipher
from storage.engines import Engines, build
from storage.grip import Grip
from storage.session import Session
from storage.tables import chats
from storage.together import Given, Together, Work


class Database:
    """One SQLite file or one PostgreSQL database, brought to the present schema when it is opened.

    ``grip`` holds names for this process against all others that use the same database.
    """

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        alone = engines.writer.dialect.name == "sqlite"
        self.grip = Grip(engines.writer)
        self._together = Together(self.writing) if alone else None

    @classmethod
    async def open(cls, url: str, cipher: Cipher | None = None) -> Self:
        """Connect, and migrate where the database is behind; quick where it is not.

        Without a cipher nothing encrypted can be read or written. Raises DatabaseAddressError,
        DatabaseUnreachableError, DatabaseNewerError, DatabaseMigrationError, or CipherKeyError where the
        cipher does not open what is stored.
        """
        engines = build(url)
        try:
            await schema.bring_up_to_date(engines)
            if cipher is not None:
                await _try_key(engines, cipher)
        except BaseException:
            await engines.dispose()
            raise
        return cls(engines)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Session]:
        """A transaction that sees one state of the data and can change none of it."""
        async with self._engines.reader.begin() as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Session]:
        """A transaction that is committed at the end, or rolled back on any error.

        On SQLite writers go one after the other; on PostgreSQL what is read in order to be written is
        locked (see ``storage.lock``). Keep it short.
        """
        async with self._engines.writer.begin() as session:
            yield session

    async def together(self, work: Work[Given], *, first: bool = False) -> Given:
        """Do a small piece of work in a transaction; what it gives is given once it is committed.

        Where it raises, all of it and nothing else is rolled back. On SQLite, pieces that wait at the same
        moment share one transaction, and with it one wait for the disk; ``first`` goes before all who wait.
        """
        if self._together is not None:
            return await self._together.do(work, first=first)
        async with self.writing() as session:
            return await work(session)

    async def close(self) -> None:
        """Close every connection, and with it let go of all that this process holds."""
        await self.grip.close()
        await self._engines.dispose()


async def _try_key(engines: Engines, cipher: Cipher) -> None:
    """A wrong key ends the start, instead of every conversation later on."""
    engines.entrust(cipher)
    async with engines.reader.connect() as connection:
        await connection.scalar(select(chats.c.state).limit(1))
