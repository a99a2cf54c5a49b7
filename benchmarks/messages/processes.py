"""Programs of ours that a benchmark starts, watches and ends."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import gettempdir

COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(gettempdir()) / "motcua-compiled"),
}
"""Where a program finds itself compiled when it is started again, whatever the caller's environment says."""

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Process:
    """One program; it can be killed and started again."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self._arguments = [sys.executable, "-m", *arguments]
        self._environment = {**os.environ, **COMPILED, **environment}
        self._log = log
        self._spent = 0.0
        self._running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; what it writes goes into its log."""
        with self._log.open("ab") as log:
            self._running = await asyncio.create_subprocess_exec(
                *self._arguments, env=self._environment, stdout=log, stderr=log
            )

    def stay_on(self, core: int) -> None:
        """Let the system run it on one core only, and so what it starts from now on."""
        _keep_on(core, self._pids[:1])

    def helpers_stay_on(self, core: int) -> None:
        """Let the system run what it has started on one core only."""
        _keep_on(core, self._pids[1:])

    async def kill(self) -> None:
        """End it as a power cut would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to end; gives its exit status."""
        return await self._end(signal.SIGTERM)

    @property
    def log(self) -> str:
        """What it wrote."""
        return self._log.read_text("utf-8")

    @property
    def cpu(self) -> float:
        """Seconds of processor time, those of killed runs and of what it started included."""
        return self._spent + self._cpu()

    @property
    def memory(self) -> float:
        """Megabytes that it holds now; 0 while it is down."""
        return sum(int(_told(pid, "statm").split()[1]) for pid in self._pids[:1]) * _PAGE / 2**20

    @property
    def _pids(self) -> list[int]:
        """Its own and those of what it has started; none while it is down."""
        if self._running is None or self._running.returncode is not None:
            return []
        return [self._running.pid, *children(self._running.pid)]

    def _cpu(self) -> float:
        return sum(map(_spent, self._pids))

    async def _end(self, number: signal.Signals) -> int:
        if self._running is None:
            return 0
        self._spent += self._cpu()
        if self._running.returncode is None:
            self._running.send_signal(number)
        status = await self._running.wait()
        self._running = None
        return status


def children(pid: int) -> list[int]:
    """What a process has started and still runs."""
    told = [path.read_text("utf-8") for path in Path(f"/proc/{pid}/task").glob("*/children")]
    return sorted(int(one) for line in told for one in line.split())


def _keep_on(core: int, pids: Iterable[int]) -> None:
    for pid in pids:
        os.sched_setaffinity(pid, {core})


def _told(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text("utf-8")


def _spent(pid: int) -> float:
    fields = _told(pid, "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


@asynccontextmanager
async def running(*processes: Process) -> AsyncIterator[None]:
    """All of them started, and ended however it ends."""
    try:
        for process in processes:
            await process.start()
        yield
    finally:
        for process in processes:
            await process.kill()
