"""How national systems write values: numbers as text, dates in several ways, lists that may be blank.

A value that cannot be read raises a ValueError which never repeats it, since it may be personal.
"""

import re
from datetime import datetime
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from motcua.clock import VIETNAM
from motcua.text import clean, clean_line
from storage.reports import Status

YEARS: Final = range(1900, 2200)
"""A date outside these years is a system's way of saying that there is none (``0001-01-01``)."""

_DIGITS: Final = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
_SLASHES: Final = {10: "%d/%m/%Y", 16: "%d/%m/%Y %H:%M", 19: "%d/%m/%Y %H:%M:%S"}
_AMOUNT: Final = re.compile(r"(\d{1,3}(?:[.,]\d{3}){1,4}|\d{1,13})(?:[.,]0{1,2})?", re.ASCII)


def _text(value: object) -> object:
    """Blank for null, the digits of a number that was meant as text, and no half of a character."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _moment(value: object) -> datetime | None:
    text = clean_line(str(_text(value)))
    if not text.strip("0"):
        return None
    try:
        moment = _parse(text)
    except ValueError:
        raise ValueError("is not a date") from None
    return moment if moment.year in YEARS else None


def _required_moment(value: object) -> datetime:
    moment = _moment(value)
    if moment is None:
        raise ValueError("is empty")
    return moment


def _parse(text: str) -> datetime:
    if text.isdigit():
        return datetime.strptime(text, _DIGITS.get(len(text), "")).replace(tzinfo=VIETNAM)
    if "/" in text:
        return datetime.strptime(text, _SLASHES.get(len(text), "")).replace(tzinfo=VIETNAM)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _status(value: object) -> Status:
    text = clean_line(str(_text(value)))
    try:
        return Status(int(text))
    except ValueError:
        raise ValueError("is not one of the ten states") from None


def _amount(value: object) -> int | None:
    found = _AMOUNT.match(clean_line(str(_text(value))))
    return int(re.sub(r"\D", "", found[1])) if found else None


def _items(value: object) -> list[object]:
    """The objects of a list; a system without any sends null, an empty text or one object alone."""
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]


def lowered(sent: object) -> dict[str, Any]:
    """An object with its names in lower case; blank where it is something else."""
    return {str(name).lower(): value for name, value in sent.items()} if isinstance(sent, dict) else {}


Line = Annotated[str, BeforeValidator(_text), AfterValidator(clean_line)]
"""Text on one line."""

Prose = Annotated[str, BeforeValidator(_text), AfterValidator(clean)]
"""Text of several lines."""

DossierId = Annotated[
    str,
    BeforeValidator(_text),
    AfterValidator(clean_line),
    AfterValidator(str.upper),
    StringConstraints(pattern=r"\d", max_length=64),
]
"""A dossier code as it is sent."""

_DATE: Final = {
    "type": ["string", "null"],
    "description": "yyyyMMddHHmmss or ISO 8601, in Vietnam's time where no zone is given",
    "examples": ["20261122083000", "2026-11-22T08:30:00"],
}

Moment = Annotated[datetime | None, BeforeValidator(_moment), WithJsonSchema(_DATE)]
"""``yyyyMMddHHmmss`` in Vietnam's time, an ISO date, or nothing."""

RequiredMoment = Annotated[
    datetime, BeforeValidator(_required_moment), WithJsonSchema({**_DATE, "type": "string"})
]
"""The same where nothing will not do."""

_STATES: Final = {
    "anyOf": [{"type": "integer", "minimum": 1, "maximum": 10}, {"type": "string", "pattern": "^([1-9]|10)$"}]
}

StatusNumber = Annotated[Status, BeforeValidator(_status), WithJsonSchema(_STATES)]
"""One of the ten states, as a number or as its text."""

Amount = Annotated[
    int | None, BeforeValidator(_amount), WithJsonSchema({"type": ["integer", "string", "null"]})
]
"""Đồng, or nothing where only words are given."""

Items = BeforeValidator(_items)
"""Makes a list of objects of whatever stands where one is due."""
