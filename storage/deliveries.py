"""What agencies deliver, taken into the dossiers: late, twice or out of order, it ends the same."""

from collections.abc import Sequence
from typing import Final

from motcua.clock import Clock, utc_now
from storage.keyed_hash import KeyedHash
from storage.ledger import Effect, Ledger
from storage.reports import Report
from storage.session import Session

__all__ = ["BATCH", "Effect", "apply", "apply_all"]

BATCH: Final = 500
"""Reports that are read, compared and written together: few questions to the database, few locks at once."""


async def apply(session: Session, hasher: KeyedHash, report: Report, *, clock: Clock = utc_now) -> Effect:
    """Take one report in.

    Its progress may arrive before the dossier itself; it is kept, and nobody can open the dossier until
    its facts and its applicant have arrived.
    """
    (effect,) = await apply_all(session, hasher, [report], clock=clock)
    return effect


async def apply_all(
    session: Session, hasher: KeyedHash, reports: Sequence[Report], *, clock: Clock = utc_now
) -> list[Effect]:
    """Take several reports in; the effects stand in the reports' order.

    Whoever follows a dossier is told once of all that a batch changes in it.
    """
    effects: list[Effect] = []
    for start in range(0, len(reports), BATCH):
        effects += await _batch(session, hasher, reports[start : start + BATCH], clock)
    return effects


async def _batch(
    session: Session, hasher: KeyedHash, reports: Sequence[Report], clock: Clock
) -> list[Effect]:
    ledger = await Ledger.open(session, reports)
    effects = [ledger.take(report, hasher) for report in reports]
    await ledger.write(session, clock())
    return effects
