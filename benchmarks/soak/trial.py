"""One soak: a town talks to a service whose processes are killed, and its chats are read afterwards."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from typing import Any

from benchmarks.messages.lines import LINES
from benchmarks.messages.processes import Process
from benchmarks.soak.town import PATIENCE, Town
from benchmarks.soak.transcript import Verdict, judged

AT_ONCE = 250
"""Chats that talk at the same time."""

DOWN = 0.5
"""Seconds until a killed process is started again."""

SETTLED = 30
"""Seconds after which an answer that is still missing is lost."""

LOOK_EVERY = 2.0
"""Seconds between looks at the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How much is said, and how often a process dies."""

    chats: int
    lines: int
    kills: int
    trouble: float = 0.02
    repeats: float = 0.1
    seed: int = 7

    def script(self, chat: int) -> list[str]:
        """What a chat says: everybody begins somewhere else."""
        return [LINES[(chat + number) % len(LINES)] for number in range(self.lines)]


@dataclass
class Soak:
    """A run, and what became of it."""

    town: Town
    processes: Sequence[Process]
    load: Load
    kills: list[float] = field(default_factory=list)
    memory: list[tuple[int, float]] = field(default_factory=list)
    expected: dict[int, list[str]] = field(default_factory=dict)
    seconds: float = 0.0

    async def run(self) -> dict[str, Any]:
        """Learn what is right from calm chats, then let it all happen, and judge."""
        await self._learn()
        self.town.random = Random(self.load.seed)
        self.town.trouble, self.town.repeats = self.load.trouble, self.load.repeats
        begun = monotonic()
        async with self._watched():
            await asyncio.gather(self._talk(), self._kill())
            await self._settled()
        self.seconds = monotonic() - begun
        return self._row()

    async def _learn(self) -> None:
        """One calm chat a script; where a chat begins decides what it is told."""
        for start in range(min(len(LINES), self.load.chats)):
            await self.town.converse(start + 1, self.load.script(start), hasty=False, answers=self.load.lines)
            self.expected[start] = [line.text for line in self.town.told.pop(start + 1)]

    async def _talk(self) -> None:
        waiting = deque(range(self.load.chats))

        async def some() -> None:
            while waiting:
                chat = waiting.popleft()
                answers = len(self.expected[chat % len(LINES)])
                script = self.load.script(chat)
                await self.town.converse(1000 + chat, script, hasty=chat % 2 == 0, answers=answers)

        await asyncio.gather(*(some() for _ in range(AT_ONCE)))

    async def _kill(self) -> None:
        """Kill a process drawn by lot each time another part of the answers has come."""
        random = Random(self.load.seed)
        whole = self.load.chats * self.load.lines
        for number in range(self.load.kills):
            share = (number + random.random()) / (self.load.kills + 1)
            await self._answered(round(whole * share))
            process = random.choice(self.processes)
            self.kills.append(monotonic())
            await process.kill()
            await asyncio.sleep(DOWN)
            await process.start()

    async def _answered(self, count: int) -> None:
        """Wait until so many answers came, or none comes any more."""
        loop, reached = asyncio.get_running_loop(), asyncio.Event()

        def look() -> None:
            if self.town.answers >= count or monotonic() - self.town.last_at > PATIENCE:
                reached.set()
            else:
                loop.call_later(0.02, look)

        look()
        await reached.wait()

    async def _settled(self) -> None:
        """Whoever was told something twice may still wait for the last answer."""
        for _ in range(SETTLED):
            if not self._verdict().lost:
                return
            await asyncio.sleep(1)

    def _verdict(self) -> Verdict:
        verdict = Verdict()
        for chat in range(self.load.chats):
            expected = self.expected[chat % len(LINES)]
            verdict += judged(self.town.told[1000 + chat], expected, self.kills)
        return verdict

    @asynccontextmanager
    async def _watched(self) -> AsyncIterator[None]:
        async def watch() -> None:
            while True:
                held = [process.memory for process in self.processes]
                self.memory.append((self.town.answers, max(held)))
                await asyncio.sleep(LOOK_EVERY)

        task = asyncio.create_task(watch())
        try:
            yield
        finally:
            task.cancel()

    def _row(self) -> dict[str, Any]:
        verdict = self._verdict()
        waits = sorted(self.town.pusher.waits) or [0.0]
        return {
            "messages": self.load.chats * self.load.lines,
            "chats": self.load.chats,
            "brought_twice": self.town.repeated,
            "faults": self.town.faults.total(),
            "kills": len(self.kills),
            "lost": verdict.lost,
            "doubled": verdict.doubled,
            "disordered": verdict.disordered,
            "unknowable": verdict.unknowable,
            "seconds": round(self.seconds),
            "answers_per_s": round(self.town.answers / self.seconds, 1),
            "webhook_p50_ms": round(waits[len(waits) // 2] * 1000, 1),
            "webhook_p99_ms": round(waits[len(waits) * 99 // 100] * 1000, 1),
            "memory_mb_early": self._held(0.1, 0.4),
            "memory_mb_late": self._held(0.7, 1.0),
        }

    def _held(self, first: float, last: float) -> float:
        """The most that any process held while this part of the answers came."""
        whole = self.load.chats * self.load.lines
        held = [held for answers, held in self.memory if first * whole <= answers <= last * whole]
        return round(max(held, default=0.0), 1)
