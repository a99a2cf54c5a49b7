"""What every command shares: the open application and an event loop to run in."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot import keys
from bot.app import App
from bot.settings import load
from storage.database import Database

Result = TypeVar("Result")


def with_app(work: Callable[[App], Awaitable[Result]]) -> Result:
    """Open the application from the settings, do one piece of work in it, and close it again."""
    return asyncio.run(_opened(work))


async def _opened(work: Callable[[App], Awaitable[Result]]) -> Result:
    async with App.open(load()) as app:
        return await work(app)


def with_database(work: Callable[[Database], Awaitable[Result]]) -> Result:
    """The same with the database alone, for commands that need no knowledge."""
    return asyncio.run(_with_database(work))


async def _with_database(work: Callable[[Database], Awaitable[Result]]) -> Result:
    settings = load()
    database = await Database.open(settings.url, keys.cipher(settings))
    try:
        return await work(database)
    finally:
        await database.close()
