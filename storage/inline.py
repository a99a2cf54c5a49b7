"""SQLite on the event loop itself: a statement takes microseconds, a thread's hand-over takes longer.

Only what may really wait leaves the loop: a commit, which waits for the disk, goes to a thread, and a writer
that finds another process writing sleeps and asks again. Whoever runs many statements in a row lets others
have their turn in between.
"""

import asyncio
import sqlite3
from time import monotonic
from typing import Any, Final

from sqlalchemy import Connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteExecutionContext
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import OperationalError
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
        self._since = monotonic()

    @classmethod
    def get_pool_class(cls, url: Any) -> type[Pool]:
        """A pool whose waiting does not stop the loop."""
        return AsyncAdaptedQueuePool

    def do_execute(self, cursor: Any, statement: Any, parameters: Any, context: Any = None) -> None:
        """Run a statement here and now."""
        self._breathe()
        cursor.execute(statement, parameters)

    def do_execute_no_params(self, cursor: Any, statement: Any, context: Any = None) -> None:
        """Run a statement that takes nothing along."""
        self._breathe()
        cursor.execute(statement)

    def do_executemany(self, cursor: Any, statement: Any, parameters: Any, context: Any = None) -> None:
        """Run it once for each row."""
        self._breathe()
        cursor.executemany(statement, parameters)

    def do_commit(self, dbapi_connection: Any) -> None:
        """Wait for the disk in a thread; a reader has nothing to wait for."""
        if self._writes:
            await_only(_in_thread(dbapi_connection))
        else:
            dbapi_connection.commit()

    def _breathe(self) -> None:
        late = monotonic() - self._since > TURN
        await_only(asyncio.sleep(0) if late else _at_once())
        if late:
            self._since = monotonic()


async def _at_once() -> None:
    """SQLAlchemy insists on an await in every statement."""


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
