"""Takes catalogue files into the database: every code once, its newest facts, and nothing twice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from bot.library import owner
from knowledge import catalogue
from knowledge.errors import UnreadableRecordError
from knowledge.facts import Facts, Scope
from motcua.clock import Clock, in_vietnam, utc_now
from storage import procedures
from storage.database import Database
from storage.procedures import ProcedureRow

BATCH = 200
"""So many procedures are written in one transaction: quick, and never long in the way of a conversation."""

Progress = Callable[[Path, int], object]
"""Told after each record how many bytes of which file have been read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A record that was not taken, where it stands, and why."""

    path: Path
    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an import did, by number of procedures. ``published`` is the day of the catalogue."""

    new: int
    changed: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    published: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A record that was taken: where it stands, how new it is, and what to store of it."""

    path: Path
    line: int
    updated: date
    row: ProcedureRow

    @property
    def rank(self) -> tuple[bool, date]:
        """Of two records with one code, what citizens may see goes before, and then the newer."""
        return self.row.scope != Scope.INTERNAL, self.updated


class _Harvest:
    """What was read so far: one record a code, and what was left out."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.taken: dict[str, _Taken] = {}
        self.skipped: list[Skipped] = []

    def read(self, path: Path, progress: Progress) -> None:
        """Add a file, record by record."""
        for found in catalogue.read(path, partial(progress, path)):
            try:
                facts = found.facts()
            except UnreadableRecordError as error:
                self._skip(path, found.line, str(error.details["reason"]))
                continue
            updated = facts.updated or date.min
            self._add(_Taken(path=path, line=found.line, updated=updated, row=_row(facts, self._now)))

    def newest(self) -> date:
        """The day of the newest record, or today where none says its day."""
        days = (one.updated for one in self.taken.values() if one.updated != date.min)
        return max(days, default=in_vietnam(self._now).date())

    def _add(self, one: _Taken) -> None:
        code = one.row.code
        held = self.taken.get(code)
        kept, left = (held, one) if held and held.rank > one.rank else (one, held)
        self.taken[code] = kept
        if left is not None:
            reason = f"{code} stands also in {kept.path.name}, line {kept.line}, which was taken instead"
            self._skip(left.path, left.line, reason)

    def _skip(self, path: Path, line: int, reason: str) -> None:
        self.skipped.append(Skipped(path=path, line=line, reason=reason))


async def take_in(
    database: Database,
    paths: Iterable[Path],
    *,
    published: date | None = None,
    progress: Progress = lambda path, done: None,
    clock: Clock = utc_now,
) -> Summary:
    """Read the files and store what is new or changed; nothing is stored before all of them could be read.

    ``published`` is the day of the catalogue; without it, the day of its newest record. Raises
    UnreadableCatalogueError where a file cannot be read as a whole.
    """
    now = clock()
    harvest = _Harvest(now)
    for path in paths:
        harvest.read(path, progress)
    day = published or harvest.newest()
    async with database.reading() as session:
        held = await procedures.digests(session)
    rows = [replace(one.row, published=day) for one in harvest.taken.values()]
    fresh = [row for row in rows if held.get(row.code) != row.digest]
    await _store(database, fresh)
    async with database.writing() as session:
        same = {row.code for row in rows} - {row.code for row in fresh}
        await procedures.confirm(session, same, published=day, imported_at=now)
    new = sum(row.code not in held for row in fresh)
    return Summary(
        new=new,
        changed=len(fresh) - new,
        unchanged=len(same),
        skipped=tuple(sorted(harvest.skipped, key=lambda one: (one.path, one.line))),
        published=day,
    )


async def _store(database: Database, rows: list[ProcedureRow]) -> None:
    for start in range(0, len(rows), BATCH):
        async with database.writing() as session:
            await procedures.put(session, rows[start : start + BATCH])


def _row(facts: Facts, now: datetime) -> ProcedureRow:
    """What to store; the digest is of all the facts, so that the same ones have the same on any day."""
    stored = facts.model_dump_json(exclude_defaults=True)
    return ProcedureRow(
        code=facts.code,
        name=facts.name,
        fields=facts.fields,
        levels=tuple(facts.levels),
        scope=facts.scope,
        province=owner(facts),
        digest=sha256(stored.encode()).hexdigest(),
        facts=stored,
        published=None,
        imported_at=now,
    )
