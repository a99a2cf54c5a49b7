"""Parts that run in one process of many: in whichever holds their name, until another takes over."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from storage.grip import Grip

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0
"""Seconds between looks whether the name is free, or still ours."""

Part = Callable[[], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def alone(grip: Grip, name: str, part: Part) -> AsyncIterator[None]:
    """Run the part beside what is done within, whenever no other process does."""
    stopping = asyncio.Event()
    task = asyncio.create_task(_run(grip, name, part, stopping))
    try:
        yield
    finally:
        stopping.set()
        await task


async def _run(grip: Grip, name: str, part: Part, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        try:
            await _once(grip, name, part, stopping)
        except Exception:
            log.exception("%s could not go on here; it is tried again", name)
        await _pause(stopping)


async def _once(grip: Grip, name: str, part: Part, stopping: asyncio.Event) -> None:
    if not await grip.take([name]):
        return
    try:
        async with part():
            while not stopping.is_set() and await grip.holds(name):
                await _pause(stopping)
    finally:
        await grip.let_go([name])


async def _pause(stopping: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), LOOK_EVERY)
