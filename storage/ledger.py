"""A batch of reports on its way into the dossiers: read once, compared in memory, written once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Self

from sqlalchemy import Executable, bindparam, insert, select, update

from storage import notices
from storage.dossiers import lookup_key
from storage.fingerprint import digest
from storage.keyed_hash import KeyedHash
from storage.lock import hold
from storage.registers import BLANK, changes
from storage.reports import DossierReport, ProgressReport, Report, StatusReport
from storage.session import Session
from storage.standing import Values
from storage.tables import dossier_changes, dossier_steps, dossiers

_SILENT: Final = frozenset({"bare_states"})
"""Columns that only the next comparison looks at: changing them changes nothing that anyone is told."""

_TRACKED: Final[tuple[str, ...]] = (
    "status",
    "status_at",
    "source",
    "procedure_code",
    "procedure_name",
    "office",
    "submitted_at",
    "received_at",
    "due_at",
    "finished_at",
    "returned_at",
    "needs",
    "applicant",
)
"""Columns whose earlier values are kept."""

_PERSONAL: Final = frozenset({"needs", "applicant"})
"""Those among them that are kept encrypted: officers' words, and a name."""

_COLUMNS: Final = tuple(column.name for column in dossiers.columns if column.name != "id")
_NOTHING: Final[Values] = {**dict.fromkeys(_COLUMNS), **BLANK, "key": ""}
_UPDATE: Final = update(dossiers).where(dossiers.c.id == bindparam("row_id"))


class Effect(StrEnum):
    """What a report did."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(slots=True, kw_only=True)
class Page:
    """One dossier in the ledger: its row before the batch (None for a new one) and as it is now."""

    before: Mapping[str, Any] | None
    row: Values
    told: set[str]
    steps: list[Values] = field(default_factory=list)
    overwritten: list[Values] = field(default_factory=list)

    @property
    def new(self) -> bool:
        """Whether nothing was known of it before."""
        return self.before is None

    @property
    def changed(self) -> bool:
        """Whether its row must be written."""
        return self.before is not None and any(self.row[name] != self.before[name] for name in _COLUMNS)

    def take(self, report: Report, hasher: KeyedHash) -> Effect:
        """Put one report into the row and, where it tells of a step, into the history."""
        first = not self.row["key"]
        if first:
            self.row |= {"key": lookup_key(report.code), "code": report.code}
        changed = changes(self.row, report, hasher)
        self._overwrite(changed)
        told = self._tell(report, changed)
        if first:
            return Effect.NEW
        return Effect.CHANGED if told or changed.keys() - _SILENT else Effect.UNCHANGED

    def _overwrite(self, changed: Values) -> None:
        old = {name: self.row[name] for name in _TRACKED if name in changed}
        lost: Values = {name: value for name, value in old.items() if value and value != changed[name]}
        if lost:
            self.overwritten.append(lost)
        self.row |= changed

    def _tell(self, report: Report, changed: Values) -> bool:
        """Add a step to the history; False where it stands there already.

        A whole dossier is no step: it tells its state, but not since when. Nor is a bare state that moves
        nothing: it is late, or repeated.
        """
        if isinstance(report, DossierReport):
            return False
        if isinstance(report, StatusReport) and "status" not in changed:
            return False
        step = _step(report)
        fingerprint = digest(step)
        if fingerprint in self.told:
            return False
        self.told.add(fingerprint)
        self.steps.append({**step, "digest": fingerprint})
        return True


class Ledger:
    """The dossiers that a batch speaks of, held until the transaction ends."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages

    @classmethod
    async def open(cls, session: Session, reports: Sequence[Report]) -> Self:
        """Hold the dossiers and read all that is known of them."""
        keys = sorted({lookup_key(report.code) for report in reports})
        await hold(session, *(f"dossier {key}" for key in keys))
        known = await _known(session, keys)
        told = await _told(session, [row["id"] for row in known.values()])
        return cls({key: _page(known.get(key), told) for key in keys})

    def take(self, report: Report, hasher: KeyedHash) -> Effect:
        """Take one report; the ones before it in the batch count as known."""
        return self._pages[lookup_key(report.code)].take(report, hasher)

    async def write(self, session: Session, now: datetime) -> None:
        """Write what changed."""
        pages = list(self._pages.values())
        await _write(session, insert(dossiers), [_written(page) for page in pages if page.new])
        await self._number(session)
        moved = [{**_written(page), "row_id": page.row["id"]} for page in pages if page.changed]
        await _write(session, _UPDATE, moved)
        steps = [{**step, "dossier_id": page.row["id"]} for page in pages for step in page.steps]
        await _write(session, insert(dossier_steps), steps)
        lost = [_lost(page, before, now) for page in pages for before in page.overwritten]
        await _write(session, insert(dossier_changes), lost)
        await notices.queue(session, [(page.before, page.row) for page in pages if page.before], now)

    async def _number(self, session: Session) -> None:
        """Learn the numbers of the new rows."""
        new = [key for key, page in self._pages.items() if page.new]
        if new:
            rows = await session.execute(select(dossiers.c.key, dossiers.c.id).where(dossiers.c.key.in_(new)))
            for row in rows:
                self._pages[row.key].row["id"] = row.id


async def _known(session: Session, keys: Sequence[str]) -> dict[str, Values]:
    rows = await session.execute(select(dossiers).where(dossiers.c.key.in_(keys)))
    return {row["key"]: dict(row) for row in rows.mappings()}


async def _told(session: Session, ids: Sequence[int]) -> dict[int, set[str]]:
    """The fingerprints of the steps that stand in the history."""
    told: defaultdict[int, set[str]] = defaultdict(set)
    steps = dossier_steps.c
    if ids:
        for row in await session.execute(
            select(steps.dossier_id, steps.digest).where(steps.dossier_id.in_(ids))
        ):
            told[row.dossier_id].add(row.digest)
    return told


def _page(known: Values | None, told: Mapping[int, set[str]]) -> Page:
    if known is None:
        return Page(before=None, row=dict(_NOTHING), told=set())
    return Page(before=known, row=dict(known), told=told.get(known["id"], set()))


def _step(report: ProgressReport | StatusReport) -> Values:
    step: Values = {"at": report.at, "status": int(report.status), "office": "", "text": ""}
    if isinstance(report, ProgressReport):
        step |= {"office": report.office, "text": report.text}
    return step


def _written(page: Page) -> Values:
    return {name: page.row[name] for name in _COLUMNS}


def _lost(page: Page, before: Values, now: datetime) -> Values:
    plain = {name: _plain(value) for name, value in before.items() if name not in _PERSONAL}
    personal = {name: value for name, value in before.items() if name in _PERSONAL}
    return {"dossier_id": page.row["id"], "noted_at": now, "before": plain, "personal": personal or None}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


async def _write(session: Session, statement: Executable, rows: Sequence[Values]) -> None:
    """One statement for many rows; the session's own way would ask for each row's number."""
    if rows:
        await session.execute(statement, rows)
