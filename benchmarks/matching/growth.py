"""How build, start, memory and time for one question grow with the number of procedures."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from benchmarks.matching.measuring import quantile
from benchmarks.matching.peers import Ours
from benchmarks.matching.resources import cost
from knowledge.matching.labelled import Question
from knowledge.matching.match import Entry

SIZES = (250, 1_000, 5_665, 11_000)
"""Numbers of procedures: a commune's, a province's, the whole catalogue, and twice that."""

_SEED = 5_665


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """Processor seconds to build and to start from the built file, megabytes, milliseconds a question."""

    procedures: int
    build: float
    start: float
    memory: float
    p50: float
    p99: float

    def json(self) -> dict[str, Any]:
        """The figures as JSON knows them."""
        return asdict(self)


def growth(held: Sequence[Entry], asked: Sequence[Question], sizes: Sequence[int] = SIZES) -> list[Grown]:
    """Measure ours at every size; beyond what is held, invented procedures fill up."""
    return [_grown(sample(held, size), asked) for size in sizes]


def sample(held: Sequence[Entry], size: int) -> list[Entry]:
    """So many procedures, always the same ones: held ones by lot, then ones made of two held names each."""
    lot = Random(_SEED)
    drawn = lot.sample(list(held), min(size, len(held)))
    return drawn + [_invented(at, *lot.choices(held, k=2)) for at in range(size - len(drawn))]


def _invented(at: int, first: Entry, second: Entry) -> Entry:
    head, tail = first.name.split(), second.name.split()
    name = " ".join(head[: len(head) // 2 + 1] + tail[len(tail) // 2 :])
    return replace(first, code=f"9.{at:06}", name=name, says=second.says, siblings=())


def _grown(entries: Sequence[Entry], asked: Sequence[Question]) -> Grown:
    with TemporaryDirectory() as folder:
        pack = Path(folder) / "matcher.pack"
        built = cost(partial(Ours, entries, pack))
        started = cost(partial(Ours, entries, pack))
        times = _times(Ours(entries, pack), asked)
    return Grown(
        procedures=len(entries),
        build=built.seconds,
        start=started.seconds,
        memory=started.memory,
        p50=quantile(times, 0.5),
        p99=quantile(times, 0.99),
    )


def _times(ours: Ours, asked: Sequence[Question]) -> list[float]:
    times = []
    for question in asked:
        began = process_time()
        ours.match(question.text)
        times.append((process_time() - began) * 1000)
    return times
