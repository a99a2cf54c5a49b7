"""What is measured: a look-up by code, and changes taken in with notices queued."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from time import perf_counter

from sqlalchemy import func, select

from benchmarks.dossiers.load import HASHER, START, code
from storage import bulk, dossiers
from storage.database import Database
from storage.deliveries import BATCH, apply_all
from storage.reports import ProgressReport, Status
from storage.tables import follows, notices

LOOKUPS = 2000
FOLLOWED = 2000
DELIVERIES = 20_000
NOW = START + timedelta(days=30, hours=3)

_FIRST = (START, Status.ACCEPTED)
_WAY = (Status.PROCESSING, Status.NEEDS_PAPERS, Status.PROCESSING, Status.READY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How quick the changes were, and how the notices came out against a count of our own."""

    changes_per_s: float
    notices: int
    notices_missing: int
    notices_doubled: int


async def lookups(database: Database, rows: int, seed: int) -> tuple[float, float]:
    """The median and the 99th percentile of a look-up by code with its history, in milliseconds."""
    random, times = Random(seed), []
    async with database.reading() as session:
        for _ in range(LOOKUPS):
            wanted = code(random.randrange(rows))
            begun = perf_counter()
            await dossiers.get(session, wanted)
            times.append((perf_counter() - begun) * 1000)
    times.sort()
    return times[LOOKUPS // 2], times[LOOKUPS * 99 // 100]


async def changes(database: Database, rows: int, seed: int) -> Taken:
    """Shuffled and repeated deliveries, some of dossiers that are followed."""
    followed = range(min(FOLLOWED, rows))
    await _follow(database, followed)
    deliveries = list(_deliveries(rows, Random(seed)))
    begun = perf_counter()
    for batch in _batches(deliveries):
        async with database.writing() as session:
            await apply_all(session, HASHER, batch, clock=lambda: NOW)
    spent = perf_counter() - begun
    expected, found = _expected(deliveries, followed), await _found(database)
    return Taken(
        changes_per_s=len(deliveries) / spent,
        notices=found.total(),
        notices_missing=(expected - found).total(),
        notices_doubled=(found - expected).total(),
    )


async def _follow(database: Database, numbers: range) -> None:
    rows = [
        {
            "channel": "web",
            "chat": str(number),
            "dossier_id": number + 1,
            "role": "applicant",
            "opened_at": NOW,
            "followed_at": NOW,
        }
        for number in numbers
    ]
    async with database.writing() as session:
        await bulk.load(session, follows, rows)


def _deliveries(rows: int, random: Random) -> Iterator[ProgressReport]:
    """Dossiers go their way of four states; shuffled, and one in five comes twice.

    Half of them are followed, the others lie anywhere.
    """
    followed = range(min(FOLLOWED, rows))
    chosen = {*followed, *random.sample(range(rows), min(rows, DELIVERIES // 5 - len(followed)))}
    reports = [
        ProgressReport(code=code(number), at=START + timedelta(hours=hour), status=status)
        for number in sorted(chosen)
        for hour, status in enumerate(_WAY, 1)
    ]
    reports += random.sample(reports, len(reports) // 4)
    random.shuffle(reports)
    yield from reports


def _batches(deliveries: Sequence[ProgressReport]) -> Iterator[Sequence[ProgressReport]]:
    for start in range(0, len(deliveries), BATCH):
        yield deliveries[start : start + BATCH]


def _expected(deliveries: Sequence[ProgressReport], followed: range) -> Counter[int]:
    """How many notices each follower is due, counted without the code that makes them."""
    numbers = {code(number): number + 1 for number in followed}
    stands: dict[str, tuple[datetime, Status]] = {}
    due: Counter[int] = Counter()
    for batch in _batches(deliveries):
        before = dict(stands)
        for report in batch:
            stands[report.code] = max(stands.get(report.code, _FIRST), (report.at, report.status))
        for changed in {report.code for report in batch} & numbers.keys():
            _, status = before.get(changed, _FIRST)
            due[numbers[changed]] += stands[changed][1] is not status
    return +due


async def _found(database: Database) -> Counter[int]:
    query = (
        select(follows.c.dossier_id, func.count())
        .join_from(notices, follows, notices.c.follow_id == follows.c.id)
        .group_by(follows.c.dossier_id)
    )
    async with database.reading() as session:
        return Counter({row[0]: row[1] for row in await session.execute(query)})
