"""Long polling: we ask a channel for what happened, for a laptop or wherever nobody can reach us."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager

from bot.errors import ChannelError, RetryLaterError

log = logging.getLogger(__name__)

WAITS = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds between tries while the channel, or our memory, is away; the last one repeats."""


@asynccontextmanager
async def asking(run: Callable[[], Coroutine[None, None, None]]) -> AsyncIterator[None]:
    """Ask as long as one is inside; what was asked last is not waited for."""
    task = asyncio.create_task(run())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def ask_for_ever(
    once: Callable[[], Awaitable[object]], name: str, waits: tuple[float, ...] = WAITS
) -> None:
    """Ask again and again, waiting longer and longer while it fails; ``name`` is the channel's in the log."""
    failures = 0
    while True:
        try:
            await once()
            failures = 0
        except Exception as error:
            wait = patience(error, failures, waits)
            failures += 1
            _tell(name, error, wait)
            await asyncio.sleep(wait)


def patience(error: Exception, failures: int, waits: tuple[float, ...] = WAITS) -> float:
    """How long to wait after so many failures in a row: what the channel asks for goes first."""
    if isinstance(error, RetryLaterError):
        return error.seconds
    return waits[min(failures, len(waits) - 1)]


def _tell(name: str, error: Exception, wait: float) -> None:
    if isinstance(error, ChannelError):
        log.error("%s is asked again in %s seconds. %s", name, wait, error)
    else:
        log.error("what %s brought is kept again in %s seconds", name, wait, exc_info=error)
