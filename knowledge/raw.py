"""Careful hands for untidy JSON: a missing, empty or mistyped field is an empty one, never a crash.

Every text that passes is clean (NFC, one kind of space, no invisible marks).
"""

import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from motcua.clock import in_vietnam
from motcua.text import clean

Record = Mapping[str, object]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_LOOKALIKES = {
    "ƣ": "ư",  # the letter oi, left by an old typewriter font
    "Ƣ": "Ư",
    "Ð": "Đ",  # the Icelandic eth
    "İ": "I",  # the Turkish dotted capital
    "С": "C",  # Cyrillic
    "Р": "P",
    "и": "u",
    "¬": "",  # a soft hyphen turned visible
    "\uf02b": "+",  # bullets of a symbol font
    "\uf02d": "-",
    "\uf076": "-",
    "\uf097": "-",
    "\uf0a7": "-",
    "\uf0b7": "-",
    "\uf0fc": "-",
    "⁕": "*",
    "\u20f0": "*",
}
"""Letters that look right and are not, and bullets that no common font can draw."""

_WRONG = re.compile(f"[{''.join(_LOOKALIKES)}\ud800-\udfff]")
"""Those, and halves of a character, which no file can hold."""


def prose(record: Record, key: str) -> str:
    """The field as clean text of several lines; numbers come as their digits."""
    value = record.get(key)
    if not isinstance(value, str | int | float):
        return ""
    text = str(value)
    return clean(text if text.isascii() else _WRONG.sub(_mended, text))


def _mended(letter: re.Match[str]) -> str:
    return _LOOKALIKES.get(letter[0], "")


def line(record: Record, key: str) -> str:
    """The field as clean text on one line."""
    return " ".join(prose(record, key).split())


def rows(record: Record, key: str) -> list[Record]:
    """The objects of a list field; a null among them is left out."""
    value = record.get(key)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def inner(record: Record, key: str) -> Record:
    """The object in a field, or an empty one."""
    value = record.get(key)
    return value if isinstance(value, Mapping) else {}


def lines(record: Record, key: str, field: str) -> tuple[str, ...]:
    """One field of each object in a list: in order, without empties and repeats."""
    return tuple(dict.fromkeys(text for row in rows(record, key) if (text := line(row, field))))


def number(record: Record, key: str) -> float | None:
    """The field as a number, also where it arrives as a string; None where it is none."""
    try:
        value = float(line(record, key).replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def count(record: Record, key: str) -> int:
    """The field as a whole number of things: 0 where it is missing, broken or below."""
    return max(0, int(number(record, key) or 0))


def flag(record: Record, key: str) -> bool:
    """True only where the field plainly says so."""
    return line(record, key).lower() in {"true", "1"}


def day(record: Record, key: str) -> date | None:
    """The day in Vietnam of a moment given in milliseconds since 1970; None where it is none."""
    try:
        moment = _EPOCH + timedelta(milliseconds=number(record, key) or 0)
        return in_vietnam(moment).date() if moment != _EPOCH else None
    except OverflowError:
        return None
