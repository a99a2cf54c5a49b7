"""Names that one process holds against all others until it lets go or ends, however it ends."""

import asyncio
from collections.abc import Collection
from contextlib import suppress

from sqlalchemy import ARRAY, Text, bindparam, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_NAME = func.unnest(bindparam("names", type_=ARRAY(Text))).column_valued("name")
_NUMBER = func.hashtextextended(_NAME, 0)
_TAKE = select(_NAME, func.pg_try_advisory_lock(_NUMBER).label("taken"))
_LET_GO = select(func.count(func.pg_advisory_unlock(_NUMBER)))


class Grip:
    """Holds names by advisory locks of one connection of its own to PostgreSQL.

    The server frees them the moment the connection breaks, so nobody waits for a lease of the dead to
    run out. On SQLite one process is alone and holds whatever it takes.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._alone = engine.dialect.name != "postgresql"
        self._connection: AsyncConnection | None = None
        self._held: set[str] = set()
        self._lock = asyncio.Lock()

    @property
    def alone(self) -> bool:
        """Whether there are no others."""
        return self._alone

    async def take(self, names: Collection[str]) -> set[str]:
        """Try to hold these, without waiting; gives those that are held now."""
        wanted = set(names) - self._held
        if wanted and not self._alone:
            rows = await self._ask(wanted)
            wanted = {name for name, taken in rows if taken}
        self._held |= wanted
        return self._held & set(names)

    async def let_go(self, names: Collection[str]) -> None:
        """Others may have these."""
        held = self._held & set(names)
        self._held -= held
        if not held or self._connection is None:
            return
        async with self._lock:
            try:
                await self._connection.execute(_LET_GO, {"names": sorted(held)})
            except (SQLAlchemyError, OSError):
                await self._drop()

    async def holds(self, name: str) -> bool:
        """Whether a name is held still: the connection may have broken."""
        if name in self._held and not self._alone:
            with suppress(SQLAlchemyError, OSError):
                await self._ask(())
        return name in self._held

    async def close(self) -> None:
        """Let go of everything."""
        self._held.clear()
        if self._connection is not None:
            await self._drop()

    async def _ask(self, names: Collection[str]) -> list[tuple[str, bool]]:
        async with self._lock:
            try:
                if self._connection is None:
                    self._connection = await self._connect()
                rows = await self._connection.execute(_TAKE, {"names": sorted(names)})
                return [(row.name, row.taken) for row in rows]
            except (SQLAlchemyError, OSError):
                await self._drop()
                raise

    async def _connect(self) -> AsyncConnection:
        return await self._engine.execution_options(isolation_level="AUTOCOMMIT").connect()

    async def _drop(self) -> None:
        """The connection is of no more use, and what it held is held no more."""
        self._held.clear()
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()
