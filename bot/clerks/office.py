"""The clerks of one desk: started, given messages, watched, and started again where one has gone."""

import asyncio
import logging
import sys
from asyncio import IncompleteReadError, StreamReader
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress

from bot.clerks.wire import LENGTH, Drafted, packed, unpacked
from bot.settings import Settings
from handlers.draft import Draft
from handlers.message import Kind, Message

log = logging.getLogger(__name__)

MOST = 6
"""Messages that wait for one clerk at most: the desk answers the rest, so that both are busy."""

PATIENCE = 5.0
"""Seconds a draft may take. A clerk that takes longer is ended."""

AGAIN = 2.0
"""Seconds after which a clerk that has gone is started again."""

READY = "a clerk is ready"
"""What stands in the log once for every clerk that takes part."""

Matched = Callable[[float], object]


class Office:
    """As many clerks as the settings say; without any every draft is None at once."""

    def __init__(self, settings: Settings, matched: Matched) -> None:
        self._clerks = [_Clerk(settings, matched) for _ in range(settings.clerks)]

    async def start(self) -> None:
        """Start them; each takes part once it has read what there is to know."""
        for clerk in self._clerks:
            clerk.start()

    async def stop(self) -> None:
        """End them."""
        await asyncio.gather(*(clerk.stop() for clerk in self._clerks))

    async def draft(self, message: Message) -> Draft | None:
        """What a clerk makes of a typed line; None where the desk has to answer it.

        Presses are quick to answer and mostly write something down.
        """
        if message.kind is not Kind.WORDS or message.press:
            return None
        clerk = min((one for one in self._clerks if one.waiting < MOST), key=_waiting, default=None)
        return await clerk.draft(message) if clerk else None


class _Clerk:
    def __init__(self, settings: Settings, matched: Matched) -> None:
        self._settings = settings
        self._matched = matched
        self._asked: dict[int, asyncio.Future[Draft | None]] = {}
        self._number = 0
        self._process: Process | None = None
        self._ready = False
        self._task: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        """How many messages it has; more than there can be while it is not ready."""
        return len(self._asked) if self._ready else MOST

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def draft(self, message: Message) -> Draft | None:
        if self._process is None or self._process.stdin is None:
            return None
        self._number += 1
        number = self._number
        self._asked[number] = asyncio.get_running_loop().create_future()
        self._process.stdin.write(packed((number, message)))
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._asked[number]
        except TimeoutError:
            log.warning("a clerk took longer than %s seconds and is ended", PATIENCE)
            self._end()
            return None
        finally:
            self._asked.pop(number, None)

    async def _run(self) -> None:
        """Keep a clerk at work, whatever becomes of it."""
        while True:
            try:
                await self._work()
            except (OSError, EOFError):
                log.exception("a clerk broke off")
            log.warning("a clerk has gone and is started again in %s seconds", AGAIN)
            await asyncio.sleep(AGAIN)

    async def _work(self) -> None:
        command = (sys.executable, "-m", "bot.clerks.clerk")
        self._process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
        try:
            if self._process.stdin and self._process.stdout:
                self._process.stdin.write(packed(self._settings))
                await self._listen(self._process.stdout)
        finally:
            self._end()
            await self._process.wait()

    async def _listen(self, answers: StreamReader) -> None:
        with suppress(IncompleteReadError):
            while True:
                (length,) = LENGTH.unpack(await answers.readexactly(LENGTH.size))
                self._hear(unpacked(await answers.readexactly(length)))

    def _hear(self, drafted: Drafted | None) -> None:
        """Its first word is that it is ready."""
        if drafted is None:
            self._ready = True
            log.info(READY)
            return
        for seconds in drafted.matched:
            self._matched(seconds)
        asked = self._asked.get(drafted.number)
        if asked is not None and not asked.done():
            asked.set_result(drafted.draft)

    def _end(self) -> None:
        """Nobody waits for it any more."""
        self._ready = False
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        for asked in self._asked.values():
            if not asked.done():
                asked.set_result(None)


def _waiting(clerk: _Clerk) -> int:
    return clerk.waiting
