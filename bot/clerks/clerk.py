"""``python -m bot.clerks.clerk``: one clerk. It reads settings, then messages, and writes their drafts."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from typing import BinaryIO, Never

from bot import keys, known, logs
from bot.clerks.wire import Drafted, read, write
from bot.errors import BeyondAClerkError
from bot.settings import Settings
from handlers.calendar_entry import Entry
from handlers.dialogue import Dialogue
from handlers.draft import Draft
from handlers.handout import Form, Handout
from handlers.message import Message
from knowledge import calendar
from storage.database import Database


class _NoPrinter:
    """What is drawn is drawn at the desk, which does so beside everything else."""

    async def draw(self, handout: Handout, form: Form) -> Never:
        raise BeyondAClerkError

    async def calendar(self, entries: Sequence[Entry]) -> Never:
        raise BeyondAClerkError


def _no_address(channel: str, press: str) -> Never:
    """Which links there are the channels tell the desk while they run."""
    raise BeyondAClerkError


def main() -> None:
    """Work until the desk closes the pipe or is gone; a signal to everybody is the desk's to heed."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    source, target = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else is printed must not get into the pipe
    settings = read(source)
    if settings is not None:
        logs.set_up(settings)
        asyncio.run(_serve(settings, source, target))


async def _serve(settings: Settings, source: BinaryIO, target: BinaryIO) -> None:
    """Nothing else runs in this loop: waiting for the next message may stop it."""
    database = await Database.open(settings.url, keys.cipher(settings))
    try:
        matched: list[float] = []
        procedures = await known.library(settings, database)
        services = known.services(
            settings, procedures, matched=matched.append, printer=_NoPrinter(), address=_no_address
        )
        dialogue = Dialogue(services)
        calendar.prepare()
        write(target, None)
        while (asked := read(source)) is not None:
            number, message = asked
            draft = await drafted(database, dialogue, message)
            write(target, Drafted(number=number, draft=draft, matched=tuple(matched) if draft else ()))
            matched.clear()
    finally:
        await database.close()


async def drafted(database: Database, dialogue: Dialogue, message: Message) -> Draft | None:
    """The draft, or nothing where answering has to write or fails: the desk does it, and tells of faults."""
    try:
        async with database.reading() as session:
            return await dialogue.draft(session, message)
    except Exception:
        return None


if __name__ == "__main__":
    main()
