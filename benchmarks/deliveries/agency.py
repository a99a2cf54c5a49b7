"""Agencies that deliver to a service which dies now and then: they send again until they are answered."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from random import Random

import aiohttp

from benchmarks.deliveries.record import Body
from storage.sources import Credentials

AGAIN = 0.05
"""Seconds before a body that was not answered is sent again."""


class Service:
    """The process that is delivered to; ``address`` is where it stands now."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._process: Process | None = None
        self.address = ""
        self.killed = 0

    async def start(self) -> None:
        """Begin, and wait until it listens."""
        module = "benchmarks.deliveries.service"
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, self._url, stdout=PIPE
        )
        if self._process.stdout is not None:
            self.address = (await self._process.stdout.readline()).decode().strip()

    async def kill(self) -> None:
        """End it without a word, as a power cut would."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def die_and_rise(self) -> None:
        """Killed in the middle of whatever it does, then started again."""
        await self.kill()
        self.killed += 1
        await self.start()


@asynccontextmanager
async def running(url: str) -> AsyncIterator[Service]:
    """A service on this database, gone at the end."""
    service = Service(url)
    await service.start()
    try:
        yield service
    finally:
        await service.kill()


class Agencies:
    """All that deliver; ``answered`` counts the bodies the service said it had taken."""

    def __init__(self, service: Service, given: Credentials) -> None:
        self._service = service
        self._proof = {"Authorization": aiohttp.encode_basic_auth(given.client_id, given.secret)}
        self.answered = 0
        self._due: deque[int] = deque()
        self._moment = asyncio.Semaphore(0)

    async def deliver(self, streams: Sequence[Sequence[Body]], *, kills: int, random: Random) -> None:
        """Send every stream in its own order, side by side, while the service is killed so often."""
        bodies = sum(map(len, streams))
        self._due = deque(sorted(random.sample(range(1, bodies), min(kills, bodies - 1))))
        async with aiohttp.ClientSession(headers=self._proof) as session, asyncio.TaskGroup() as group:
            for stream in streams:
                group.create_task(self._send(session, stream))
            group.create_task(self._disturb(len(self._due), random))

    async def _send(self, session: aiohttp.ClientSession, stream: Sequence[Body]) -> None:
        waiting = deque(stream)
        while waiting:
            if await self._taken(session, waiting[0]):
                waiting.popleft()
                self._count()
            else:
                await asyncio.sleep(AGAIN)

    def _count(self) -> None:
        self.answered += 1
        if self._due and self.answered >= self._due[0]:
            self._due.popleft()
            self._moment.release()

    async def _taken(self, session: aiohttp.ClientSession, body: Body) -> bool:
        """Whether it was answered; where it was not, nobody knows whether it was taken."""
        with contextlib.suppress(aiohttp.ClientError, TimeoutError, OSError):
            async with session.post(f"{self._service.address}intake", json=body) as answer:
                answer.raise_for_status()
                await answer.read()
                return True
        return False

    async def _disturb(self, kills: int, random: Random) -> None:
        for _ in range(kills):
            await self._moment.acquire()
            await asyncio.sleep(random.uniform(0, 0.03))
            await self._service.die_and_rise()
