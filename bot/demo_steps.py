"""One step on for an invented dossier, so that a newcomer sees a notice arrive."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from bot.demo import OFFICE, SAMPLES
from bot.errors import DemoEndedError, UnknownDossierError
from bot.intake.national import read
from bot.intake.row import Delivery
from motcua.clock import in_vietnam
from storage import dossiers, notices
from storage.deliveries import apply_all
from storage.dossiers import lookup_key
from storage.keyed_hash import KeyedHash
from storage.reports import Status
from storage.session import Session

NEXT: Final[Mapping[Status, Status]] = {
    Status.REGISTERED: Status.ACCEPTED,
    Status.ACCEPTED: Status.PROCESSING,
    Status.PROCESSING: Status.READY,
    Status.NEEDS_PAPERS: Status.PROCESSING,
    Status.NEEDS_PAYMENT: Status.PROCESSING,
    Status.READY: Status.RETURNED,
}
"""Where a dossier goes from here; from the other states it goes nowhere."""


async def advance(session: Session, hasher: KeyedHash, code: str, now: datetime) -> Status:
    """Move a demo dossier one state on, as its agency would report it, and return the new state.

    Its followers are told at once, by night too: somebody is sitting in front of it.

    Raises UnknownDossierError for anything but a demo dossier, DemoEndedError for one that has ended.
    """
    found = await dossiers.get(session, code) if _invented(code) else None
    if found is None:
        raise UnknownDossierError(code=code)
    if found.status not in NEXT:
        raise DemoEndedError(code=found.code)
    body = {"service": "CapNhatTienDoHoSoMC", "data": [_step(found.code, NEXT[found.status], now)]}
    await apply_all(session, hasher, read(body, Delivery(at=now, source="demo")).reports, clock=lambda: now)
    number = await dossiers.number_of(session, code)
    if number is not None:
        await notices.bring_forward(session, number, now)
    return NEXT[found.status]


def _invented(code: str) -> bool:
    return lookup_key(code) in {lookup_key(sample.code) for sample in SAMPLES}


def _step(code: str, status: Status, now: datetime) -> dict[str, str]:
    return {
        "MaHoSo": code,
        "ThoiDiemXuLy": in_vietnam(now).isoformat(),
        "PhongBanXuLy": OFFICE,
        "TrangThai": str(status.value),
    }
