"""Small pieces of work that are committed together: one wait for the disk for all who wait at that moment."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

from storage.session import Session

Given = TypeVar("Given")

Work = Callable[[Session], Awaitable[Given]]
"""What is done with a session and gives something back; whatever it raises undoes just it."""

MOST = 64
"""Pieces in one transaction."""

LONGEST = 0.02
"""Seconds after which a transaction takes no further piece: other writers wait meanwhile."""


@dataclass(frozen=True, slots=True)
class _Piece:
    work: Work[Any]
    done: asyncio.Future[Any]


@dataclass(slots=True)
class _Tried:
    """What became of a piece; it counts once the transaction is committed."""

    piece: _Piece
    result: Any = None
    error: Exception | None = None

    def tell(self) -> None:
        if self.piece.done.done():  # whoever asked was cancelled
            return
        if self.error is None:
            self.piece.done.set_result(self.result)
        else:
            self.piece.done.set_exception(self.error)


class Together:
    """One writer for many: pieces are done one after the other, each undone by itself where it fails."""

    def __init__(self, writing: Callable[[], AbstractAsyncContextManager[Session]]) -> None:
        self._writing = writing
        self._first: deque[_Piece] = deque()
        self._others: deque[_Piece] = deque()
        self._task: asyncio.Task[None] | None = None

    async def do(self, work: Work[Given], *, first: bool = False) -> Given:
        """Do it, before all that is not ``first`` too; what it gives is given once it is committed."""
        done: asyncio.Future[Given] = asyncio.get_running_loop().create_future()
        (self._first if first else self._others).append(_Piece(work, done))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
        return await done

    async def _run(self) -> None:
        while self._first or self._others:
            tried = [_Tried(self._next())]
            try:
                async with self._writing() as session:
                    await _try(session, tried[0])
                    await self._some(session, tried)
            except Exception as error:
                for one in tried:
                    one.error = error
            for one in tried:
                one.tell()

    async def _some(self, session: Session, tried: list[_Tried]) -> None:
        ends = monotonic() + LONGEST
        while (self._first or self._others) and len(tried) < MOST and monotonic() < ends:
            tried.append(_Tried(self._next()))
            await _try(session, tried[-1])

    def _next(self) -> _Piece:
        return (self._first or self._others).popleft()


async def _try(session: Session, one: _Tried) -> None:
    run = _directly(session)
    run("SAVEPOINT piece")
    try:
        one.result = await one.piece.work(session)
    except Exception as error:
        one.error = error
        run("ROLLBACK TO piece")
    run("RELEASE piece")


def _directly(session: Session) -> Callable[[str], object]:
    """SQLite itself: on the way through SQLAlchemy a savepoint costs as much as the statements within it."""
    opened: Any = session.sync_connection
    run: Callable[[str], object] = opened.connection.dbapi_connection.execute
    return run
