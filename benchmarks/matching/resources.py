"""Time and memory of making something, measured where nothing else disturbs: in a process of its own."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

_STATM = Path("/proc/self/statm")
_MEGA = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Processor seconds, and megabytes by which the process grew and stayed grown."""

    seconds: float
    memory: float


def cost(make: Callable[[], object]) -> Cost:
    """What it costs to make something once, in a fork of this process; Linux tells the memory."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(_measured(make)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        content = told.read()
    os.waitpid(child, 0)
    seconds, memory = json.loads(content)
    return Cost(seconds=seconds, memory=memory)


def _measured(make: Callable[[], object]) -> tuple[float, float]:
    before, began = _resident(), process_time()
    made = make()
    seconds, after = process_time() - began, _resident()
    del made
    return seconds, after - before


def _resident() -> float:
    pages = int(_STATM.read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGA
