"""The intake and the notifier as a process to be killed: ``python -m benchmarks.deliveries.service URL``."""

import asyncio
import sys

from aiohttp import web

from benchmarks.deliveries.record import NOW
from benchmarks.dossiers.load import CIPHER, HASHER
from bot.intake.http import IntakeDoor
from bot.notifier import Notifier
from bot.web.limits import Rate
from bot.web.server import listening
from storage.database import Database

WIDE = Rate(burst=1_000_000, per_second=1_000_000)
"""The limits are not what is measured."""


async def serve(url: str) -> None:
    """Take deliveries and tell followers until somebody ends the process."""
    database = await Database.open(url, CIPHER)
    door = IntakeDoor(database, HASHER, clock=lambda: NOW, rate=WIDE, strangers=WIDE)
    application = web.Application(client_max_size=1024)
    application.add_routes(door.routes())
    await Notifier(database, language="vi", told=lambda: None, clock=lambda: NOW).start()
    async with listening(application, "127.0.0.1", 0) as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
