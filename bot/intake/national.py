"""Any national body, of either generation: good rows become reports, bad ones are refused by their code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from bot.errors import RowError
from bot.intake.fields import lowered
from bot.intake.ministerial import CreatedRow, StatusRow
from bot.intake.provincial import DossierRow
from bot.intake.row import Delivery, ProgressRow, Row
from motcua.text import clean_line
from storage.reports import Report

SERVICES: Final[dict[str, type[Row]]] = {
    "dongbohosomc": DossierRow,
    "capnhattiendohosomc": ProgressRow,
    "capnhattientrinh": ProgressRow,
    "capnhattrangthai": StatusRow,
    "taohoso": CreatedRow,
}
"""What an envelope's ``service`` says its rows are."""

_MARKS: Final[tuple[tuple[str, type[Row]], ...]] = (
    ("trangthaihoso", DossierRow),
    ("thoidiemxuly", ProgressRow),
    ("thongtinnguoinop", CreatedRow),
    ("ngaynop", CreatedRow),
    ("ngaytiepnhan", CreatedRow),
    ("trangthai", StatusRow),
)
"""The name that gives a row's kind away where no envelope tells it; the first one found decides."""

CODE_SHOWN: Final = 64
"""As much of a refused code is repeated; a longer one is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A row that was not taken: its place in the body (from 1), its code where it has one, and why."""

    row: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a body says, in its own order, and what in it cannot be taken."""

    reports: tuple[Report, ...]
    refusals: tuple[Refusal, ...]


def read(body: object, delivery: Delivery, service: str = "") -> Reading:
    """Read an envelope, a bare array or a single row, whichever of the five services it belongs to.

    ``service`` says what the rows are where the address they were sent to tells it.
    """
    named, source, rows = opened(body)
    service = service.lower() or named
    sent = Delivery(at=delivery.at, source=delivery.source or source)
    read_rows = [_read(row, number, service, sent) for number, row in enumerate(rows, start=1)]
    return Reading(
        reports=tuple(row for row in read_rows if not isinstance(row, Refusal)),
        refusals=tuple(row for row in read_rows if isinstance(row, Refusal)),
    )


def opened(body: object) -> tuple[str, str, list[Any]]:
    """What an envelope says of its service and its sender, and its rows; without one there are only rows."""
    envelope = lowered(body)
    if "data" not in envelope:
        return "", "", body if isinstance(body, list) else [body]
    rows = envelope["data"]
    service, source = (str(envelope.get(name) or "").strip() for name in ("service", "madonvi"))
    return service.lower(), source, rows if isinstance(rows, list) else [rows]


def _read(row: object, number: int, service: str, delivery: Delivery) -> Report | Refusal:
    named = lowered(row)
    code = _shown(named.get("mahoso"))
    kind = SERVICES.get(service) or next((kind for mark, kind in _MARKS if mark in named), None)
    if kind is None:
        return Refusal(row=number, code=code, reason="It is none of the bodies that are taken here.")
    try:
        return kind.model_validate(row).report(delivery)
    except ValidationError as error:
        return Refusal(row=number, code=code, reason="; ".join(_reasons(error)))
    except RowError as error:
        return Refusal(row=number, code=code, reason=str(error))


def _shown(code: object) -> str:
    return "".join(mark for mark in clean_line(str(code or "")) if mark.isprintable())[:CODE_SHOWN]


def _reasons(error: ValidationError) -> Iterator[str]:
    """Each fault under its national name, without the value."""
    for fault in error.errors(include_url=False, include_context=False, include_input=False):
        said = "is missing" if fault["type"] == "missing" else fault["msg"].removeprefix("Value error, ")
        yield f"{'.'.join(map(str, fault['loc']))} {said}"
