"""How reports of one dossier come to one row, whatever order they arrive in.

The row is three registers: its status (see ``storage.standing``), its facts and its applicant. Each keeps
what was reported last *by time of handling*, never by time of arrival: a report has an order (a text that
sorts by that time, then by its content), and fills a register only where its order is greater than the one
kept there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from storage.dossiers import PROOFS, owner_of, proof_of
from storage.fingerprint import digest, sortable
from storage.keyed_hash import KeyedHash
from storage.masking import mask_name
from storage.reports import DossierReport, Report
from storage.standing import stand

Values = dict[str, Any]
"""Columns of a dossier's row, by name."""

BLANK: Final[Values] = {
    "source": "",
    "procedure_code": "",
    "procedure_name": "",
    "office": "",
    "needs": [],
    "applicant": "",
    "applicant_kind": "other",
    "phone_proof": "",
    "identity_proof": "",
    "phone_owner": "",
    "key_layers": 1,
    "status_order": "",
    "bare_states": [],
    "facts_order": "",
    "applicant_order": "",
}
"""A dossier of which nothing is known yet."""

_DATES: Final = ("submitted_at", "received_at", "due_at", "finished_at", "returned_at")


def changes(known: Mapping[Any, Any], report: Report, hasher: KeyedHash) -> Values:
    """The columns that a report changes in a known row; nothing where all of it was known or is older."""
    standing = {"status": int(report.status), "status_at": report.at}
    changed = stand(known, report, _order("status", report, standing))
    for register, values in _told(report, hasher).items():
        order = _order(register, report, values)
        if order > known[f"{register}_order"]:
            changed |= {**values, f"{register}_order": order}
    return changed


def _told(report: Report, hasher: KeyedHash) -> dict[str, Values]:
    if not isinstance(report, DossierReport):
        return {}
    told = {"facts": _facts(report)}
    applicant = _applicant(report, hasher)
    if not any(applicant.values()):
        return told
    return {**told, "applicant": {**applicant, "key_layers": hasher.layers}}


def _facts(report: DossierReport) -> Values:
    names = ("code", "source", "procedure_code", "procedure_name", "office", *_DATES)
    return {
        **{name: getattr(report, name) for name in names},
        "applicant_kind": report.applicant_kind.value,
        "needs": [asdict(need) for need in report.needs],
    }


def _applicant(report: DossierReport, hasher: KeyedHash) -> Values:
    proofs = {
        f"{kind}_proof": proof_of(hasher, kind, report.code, last4) if last4 else ""
        for kind in PROOFS
        for last4 in [_last4(getattr(report, kind))]
    }
    owner = owner_of(hasher, report.phone)
    return {"applicant": mask_name(report.applicant), **proofs, "phone_owner": owner}


def _last4(number: str) -> str:
    last = "".join(mark for mark in number if mark.isalnum())[-4:]
    return last if len(last) == 4 and last.isascii() and last.isdigit() else ""


def _order(register: str, report: Report, values: Values) -> str:
    return "|".join((sortable(report.at), *_tie(register, report), digest(values)))


def _tie(register: str, report: Report) -> Iterator[str]:
    """What decides between reports of one moment before their content does: further along, later due."""
    if register == "facts" and isinstance(report, DossierReport):
        yield sortable(report.due_at) if report.due_at else ""
    yield f"{report.status.stage}.{report.status:02}"
