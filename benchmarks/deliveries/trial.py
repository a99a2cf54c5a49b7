"""One trial: the same deliveries to a service that is killed, to one that is not, and told once in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random
from time import perf_counter

from benchmarks.deliveries import ledgers
from benchmarks.deliveries.agency import Agencies, running
from benchmarks.deliveries.record import NOW, Body, Record
from benchmarks.dossiers.load import CIPHER, HASHER, code
from bot.intake.national import read
from bot.intake.row import Delivery
from bot.notifier import Notifier
from storage import follows, sources
from storage.database import Database
from storage.deliveries import apply_all
from storage.follows import Role

MORNING = timedelta(days=1)
"""What a storm has put off is told by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it ended. All but the first five are faults, and should be 0."""

    rows: int
    broken: int
    killed: int
    notices: int
    rows_per_s: int
    dossiers_differing: int
    differing_from_tidy: int
    notices_missing: int
    notices_doubled: int
    notices_untold: int
    replies_unfounded: int


async def trial(record: Record, urls: tuple[str, str, str], *, kills: int, seed: int) -> Outcome:
    """Deliver to three databases and compare what stands in them."""
    disturbed, calm, tidy = [await Database.open(url, CIPHER) for url in urls]
    await _open(disturbed, record)
    await _open(calm, record)
    await _open(tidy, record)
    begun = perf_counter()
    killed = await _disturbed(disturbed, urls[0], record, kills, seed)
    spent = perf_counter() - begun
    for stream in record.streams:
        await _take(calm, stream)
    await _take(tidy, record.tidy)
    await _tell(disturbed)
    outcome = await _compared(record, killed, round(record.rows / spent), (disturbed, calm, tidy))
    for database in (disturbed, calm, tidy):
        await database.close()
    return outcome


async def _open(database: Database, record: Record) -> None:
    """Every dossier is known, and every second one is followed."""
    await _take(database, record.opening)
    async with database.writing() as session:
        for number in range(0, record.dossiers, 2):
            tie = await follows.opened(
                session, "web", str(number), code(number), role=Role.APPLICANT, now=NOW
            )
            if tie is not None:
                await follows.follow(session, tie.id, NOW)


async def _take(database: Database, bodies: Sequence[Body]) -> None:
    """Take bodies in one by one, without a service around it."""
    for body in bodies:
        reports = read(body, Delivery(at=NOW, source="H99")).reports
        async with database.writing() as session:
            await apply_all(session, HASHER, reports, clock=lambda: NOW)


async def _disturbed(database: Database, url: str, record: Record, kills: int, seed: int) -> int:
    async with database.writing() as session:
        given = await sources.add(session, "H99", signed=False, now=NOW)
    async with running(url) as service:
        await Agencies(service, given).deliver(record.streams, kills=kills, random=Random(seed))
        return service.killed


async def _tell(database: Database) -> None:
    """Tell what waits, a morning later each time: storms put off what is left."""
    for day in range(1, 30):
        notifier = Notifier(database, language="vi", told=_nothing, clock=partial(_at, NOW + day * MORNING))
        await notifier.tell_due()
        if not await ledgers.untold(database):
            return


def _nothing() -> None:
    """Nobody sends what is told."""


def _at(moment: datetime) -> datetime:
    return moment


async def _compared(
    record: Record, killed: int, rows_per_s: int, databases: tuple[Database, Database, Database]
) -> Outcome:
    disturbed, calm, _ = databases
    ended, undisturbed, in_order = [await ledgers.state(one) for one in databases]
    found, expected = await ledgers.told(disturbed), await ledgers.told(calm)
    return Outcome(
        rows=record.rows,
        broken=record.broken,
        killed=killed,
        notices=found.total(),
        rows_per_s=rows_per_s,
        dossiers_differing=_differing(ended, undisturbed),
        differing_from_tidy=_differing(ended, in_order),
        notices_missing=(expected - found).total(),
        notices_doubled=(found - expected).total(),
        notices_untold=await ledgers.untold(disturbed),
        replies_unfounded=await ledgers.unfounded(disturbed),
    )


def _differing(one: ledgers.State, other: ledgers.State) -> int:
    return sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())
