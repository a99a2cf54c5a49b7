"""What agencies deliver, taken into the dossiers: late, twice or out of order, it ends the same."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import upsert
from storage.dossiers import lookup_key
from storage.keyed_hash import KeyedHash
from storage.lock import hold
from storage.registers import BLANK, Values, changes, digest
from storage.reports import DossierReport, ProgressReport, Report, Status, StatusReport
from storage.tables import dossier_steps, dossiers


class Effect(StrEnum):
    """What a report did."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


async def apply(session: AsyncSession, hasher: KeyedHash, report: Report) -> Effect:
    """Take one report in.

    Its progress may arrive before the dossier itself; it is kept, and nobody can open the dossier until
    its facts and its applicant have arrived.
    """
    await hold(session, _lock(report))
    known = await _known(session, report)
    if known is not None and _says_nothing_new(known, report):
        return Effect.UNCHANGED
    changed = changes(BLANK if known is None else known, report, hasher)
    dossier_id = await _keep(session, report, known, changed)
    told = not isinstance(report, DossierReport) and await _add_step(session, dossier_id, report)
    if known is None:
        return Effect.NEW
    return Effect.CHANGED if changed or told else Effect.UNCHANGED


async def apply_all(session: AsyncSession, hasher: KeyedHash, reports: Sequence[Report]) -> list[Effect]:
    """Take several reports in, one transaction for all; the effects stand in the reports' order."""
    await hold(session, *map(_lock, reports))
    return [await apply(session, hasher, report) for report in reports]


def _lock(report: Report) -> str:
    return f"dossier {lookup_key(report.code)}"


async def _known(session: AsyncSession, report: Report) -> RowMapping | None:
    rows = await session.execute(select(dossiers).where(dossiers.c.key == lookup_key(report.code)))
    return rows.mappings().one_or_none()


def _says_nothing_new(known: RowMapping, report: Report) -> bool:
    """A bare status without a time may be late or repeated: it never takes a dossier back a stage."""
    if not isinstance(report, StatusReport):
        return False
    now = Status(known["status"])
    return report.status == now or report.status.stage < now.stage


async def _keep(session: AsyncSession, report: Report, known: RowMapping | None, changed: Values) -> int:
    if known is None:
        values = {**BLANK, "key": lookup_key(report.code), "code": report.code, **changed}
        row_id: int = await session.scalar(insert(dossiers).values(values).returning(dossiers.c.id))
        return row_id
    if changed:
        await session.execute(update(dossiers).where(dossiers.c.id == known["id"]).values(changed))
    known_id: int = known["id"]
    return known_id


async def _add_step(session: AsyncSession, dossier_id: int, report: ProgressReport | StatusReport) -> bool:
    """Add a step to the history; False where it stands there already.

    A whole dossier is no step: it tells its state, but not since when.
    """
    step: dict[str, Any] = {"at": report.at, "status": int(report.status), "office": "", "text": ""}
    if isinstance(report, ProgressReport):
        step |= {"office": report.office, "text": report.text}
    added = await session.scalar(
        upsert.insert(session, dossier_steps)
        .values(dossier_id=dossier_id, digest=digest(step), **step)
        .on_conflict_do_nothing()
        .returning(dossier_steps.c.id)
    )
    return added is not None
