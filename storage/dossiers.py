"""Dossiers as a citizen may see them: by code, and with proof."""

import hmac
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, select

from storage.keyed_hash import KeyedHash
from storage.reports import ApplicantKind, Need, NeedKind, Status
from storage.session import Session
from storage.tables import dossier_steps, dossiers

PROOFS: Final = ("phone", "identity")
"""What an applicant can prove a dossier with: the last four digits of either, as given when filing."""

_NOBODY: Final = {**{f"{kind}_proof": "" for kind in PROOFS}, "key_layers": None}

MOST: Final = 50
"""Dossiers of one number that are listed."""

_DATES: Final = {
    Status.REGISTERED: "submitted_at",
    Status.ACCEPTED: "received_at",
    Status.READY: "finished_at",
    Status.RETURNED: "returned_at",
}
_UNDATED: Final = {Status.PROCESSING, Status.NEEDS_PAPERS, Status.NEEDS_PAYMENT}
"""A dossier goes through these more than once and has no date for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the history. ``text`` is the agency's own words, often empty."""

    at: datetime
    status: Status
    office: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Where a dossier stands. ``applicant`` is masked; ``steps`` run from the oldest to the newest."""

    code: str
    procedure_code: str
    procedure_name: str
    office: str
    status: Status
    status_at: datetime
    submitted_at: datetime | None
    received_at: datetime | None
    due_at: datetime | None
    finished_at: datetime | None
    returned_at: datetime | None
    needs: tuple[Need, ...]
    applicant: str
    applicant_kind: ApplicantKind
    steps: tuple[Step, ...]


def lookup_key(code: str) -> str:
    """What makes two spellings of a code the same: its letters, in capitals, and its digits."""
    return "".join(mark for mark in code.upper() if mark.isalnum())


def proof_of(hasher: KeyedHash, kind: str, code: str, last4: str, layers: int | None = None) -> str:
    """The keyed hash under which the last four digits of a dossier's phone or identity number are kept."""
    return hasher.digest(f"dossier {kind}", lookup_key(code), last4, layers=layers)


def owner_of(hasher: KeyedHash, phone: str, layers: int | None = None) -> str:
    """The keyed hash under which all dossiers of one whole phone number are found; empty for none.

    ``+84 900 …`` and ``0900 …`` are the same number.
    """
    digits = "".join(mark for mark in phone if mark.isascii() and mark.isdigit())
    national = "0" + digits[2:] if digits.startswith("84") and len(digits) > 10 else digits
    whole = national.startswith("0") and 9 < len(national) < 12
    return hasher.digest("phone owner", national, layers=layers) if whole else ""


async def open_with_proof(session: Session, hasher: KeyedHash, code: str, last4: str) -> Dossier | None:
    """The dossier, for whoever knows its code and four digits that only the applicant knows.

    None for an unknown code and for wrong digits alike, after the same work, so that nobody learns which
    codes exist. Callers that face the public use ``storage.proofs.prove``, which also counts wrong tries.
    """
    row = await _row(session, code)
    shown = _proved(hasher, code, last4, _NOBODY if row is None else row)
    return await _dossier(session, row) if shown and row is not None else None


async def of_phone(session: Session, hasher: KeyedHash, phone: str) -> list[str]:
    """The codes of all dossiers filed with a number, the newest first.

    Only for a number that the channel itself vouches for: one shared with its own contact button.
    """
    known = {owner_of(hasher, phone, layers) for layers in range(1, hasher.layers + 1)} - {""}
    if not known:
        return []
    rows = await session.scalars(
        select(dossiers.c.code)
        .where(dossiers.c.phone_owner.in_(known), dossiers.c.facts_order != "")
        .order_by(dossiers.c.id.desc())
        .limit(MOST)
    )
    return list(rows)


async def number_of(session: Session, code: str) -> int | None:
    """The number under which other tables know the dossier; None for an unknown code."""
    return await session.scalar(select(dossiers.c.id).where(dossiers.c.key == lookup_key(code)))


async def get(session: Session, code: str) -> Dossier | None:
    """The dossier without proof: only for one that the same person has proved, or for the desk itself."""
    row = await _row(session, code)
    return None if row is None else await _dossier(session, row)


def _proved(hasher: KeyedHash, code: str, last4: str, kept: Mapping[Any, Any]) -> bool:
    layers = kept["key_layers"]
    matches = [
        hmac.compare_digest(proof_of(hasher, kind, code, last4, layers), kept[f"{kind}_proof"])
        for kind in PROOFS
    ]
    return any(matches)


async def _row(session: Session, code: str) -> RowMapping | None:
    """The dossier's row; None too where so far only its progress has arrived and not the dossier itself."""
    rows = await session.execute(
        select(dossiers).where(dossiers.c.key == lookup_key(code), dossiers.c.facts_order != "")
    )
    return rows.mappings().one_or_none()


async def _dossier(session: Session, row: RowMapping) -> Dossier:
    return Dossier(
        code=row["code"],
        procedure_code=row["procedure_code"],
        procedure_name=row["procedure_name"],
        office=row["office"],
        status=Status(row["status"]),
        status_at=row["status_at"],
        submitted_at=row["submitted_at"],
        received_at=row["received_at"],
        due_at=row["due_at"],
        finished_at=row["finished_at"],
        returned_at=row["returned_at"],
        needs=tuple(Need(**{**need, "kind": NeedKind(need["kind"])}) for need in row["needs"]),
        applicant=row["applicant"],
        applicant_kind=ApplicantKind(row["applicant_kind"]),
        steps=await _steps(session, row),
    )


async def _steps(session: Session, row: RowMapping) -> tuple[Step, ...]:
    told = [step async for step in _told(session, row["id"])]
    known = {step.status for step in told}
    told += [step for step in _dated(row) if step.status not in known]
    return tuple(sorted(told, key=lambda step: (step.at, step.status)))


async def _told(session: Session, dossier_id: int) -> AsyncIterator[Step]:
    """The steps that were reported one by one."""
    steps = dossier_steps.c
    rows = await session.execute(
        select(steps.at, steps.status, steps.office, steps.text)
        .where(steps.dossier_id == dossier_id)
        .order_by(steps.at, steps.status, steps.digest)
    )
    for row in rows:
        yield Step(at=row.at, status=Status(row.status), office=row.office, text=row.text)


def _dated(row: RowMapping) -> Iterator[Step]:
    """The steps that the dossier's own dates tell of, for systems that report no others."""
    now = Status(row["status"])
    reached = {Status.REGISTERED, Status.ACCEPTED, now} - _UNDATED
    if now is Status.RETURNED:
        reached.add(Status.READY)
    for status in reached:
        at = row[_DATES.get(status, "status_at")]
        if at is not None:
            yield Step(at=at, status=status, office="", text="")
