"""SQLite on the event loop itself: a statement takes microseconds, a thread's hand-over takes longer.

Only what may really wait leaves the loop: a commit, which waits for the disk, goes to a thread, and a writer
that finds another process writing sleeps and asks again. Whoever runs many statements in a row lets others
have their turn in between. A statement runs without SQLAlchemy's greenlets, too: they are there to wait in.
"""

import asyncio
import sqlite3
from time import monotonic
from typing import Any, Final

from sqlalchemy import Connection, CursorResult
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteExecutionContext
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool
from sqlalchemy.util import await_only

DRIVER: Final = "sqlite+inline"

TURN: Final = 0.005
"""Seconds after which the others of the loop have their turn."""

ASK_AGAIN: Final = 0.01
"""Seconds between two tries to begin while another process writes."""

registry.register("sqlite.inline", __name__, "InlineDialect")


class _Cursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """SQLAlchemy asks this of asynchronous cursors; nothing waits for this one."""


class _Context(SQLiteExecutionContext):
    def create_default_cursor(self) -> Any:
        return self._dbapi_connection.cursor(_Cursor)


class InlineDialect(SQLiteDialect_pysqlite):
    """Python's own sqlite3 behind SQLAlchemy's asynchronous face; one that ``writes`` waits for the disk."""

    driver = "inline"
    is_async = True
    supports_statement_cache = True
    execution_ctx_cls = _Context

    def __init__(self, writes: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self._writes = writes

    @classmethod
    def get_pool_class(cls, url: Any) -> type[Pool]:
        """A pool whose waiting does not stop the loop."""
        return AsyncAdaptedQueuePool

    def do_commit(self, dbapi_connection: Any) -> None:
        """Wait for the disk in a thread; a reader has nothing to wait for."""
        if self._writes:
            await_only(_in_thread(dbapi_connection))
        else:
            dbapi_connection.commit()


async def _in_thread(connection: sqlite3.Connection) -> None:
    """Commit; never left half way, even if cancelled: the connection would be used twice at once."""
    done = asyncio.get_running_loop().run_in_executor(None, connection.commit)
    cancelled: asyncio.CancelledError | None = None
    while not done.done():
        try:
            await asyncio.shield(done)
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled:
        raise cancelled
    done.result()


class InlineConnection(AsyncConnection):
    """Runs each statement here and now."""

    def __init__(self, engine: AsyncEngine) -> None:
        super().__init__(engine)
        self._since = monotonic()

    async def execute(self, statement: Any, parameters: Any = None, **options: Any) -> CursorResult[Any]:
        """Run a statement; see SQLAlchemy's own, which waits."""
        if monotonic() - self._since > TURN:
            await asyncio.sleep(0)
            self._since = monotonic()
        opened = self.sync_connection
        found: CursorResult[Any] = (
            opened.execute(statement, parameters, **options)
            if opened is not None
            else await super().execute(statement, parameters, **options)  # says that it is not open
        )
        return found


class InlineEngine(AsyncEngine):
    """An engine of such connections."""

    def connect(self) -> InlineConnection:
        """A connection, not open yet."""
        return InlineConnection(self)


def begin_writing(connection: Connection, patience: float) -> None:
    """Become the one who writes.

    Raises OperationalError where others write for longer than ``patience`` seconds.
    """
    ends = monotonic() + patience
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if "locked" not in str(error.orig) or monotonic() > ends:
                raise
            await_only(asyncio.sleep(ASK_AGAIN))
        else:
            return
