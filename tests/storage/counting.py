"""``python -m tests.storage.counting URL TIMES``: a process that reads a number and writes one more.

It opens the database itself, as every process of the service does, so several of them also race to migrate.
"""

import asyncio
import sys

from motcua.clock import utc_now
from storage import chats
from storage.database import Database
from tests.fakes.keys import CIPHER

COUNTER = ("test", "counter")


async def count(url: str, times: int) -> None:
    """Add one so many times, each in a transaction of its own that reads before it writes."""
    database = await Database.open(url, CIPHER)
    for _ in range(times):
        async with database.writing() as session:
            found = int(await chats.load_state(session, *COUNTER) or 0)
            await chats.save_state(session, *COUNTER, str(found + 1), utc_now())
    await database.close()


if __name__ == "__main__":
    asyncio.run(count(sys.argv[1], int(sys.argv[2])))
