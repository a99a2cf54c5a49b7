"""Dossier codes, found inside a sentence however they were pasted or typed.

The rule is agency, date of receipt, running number (Thông tư 01/2018/TT-VPCP, Điều 19). Agencies are
written the old way (``000.00.04.H51``, shortened ``38.98.H29``) with a date of six digits, and since 2026
the new way (``G09.20``) with a date of eight. Social insurance writes ``03706/2026/07906``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from motcua.clock import VIETNAM
from motcua.text import clean_line


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCode:
    """One code in its parts, as written: ``date`` has six or eight digits, or only the year's four."""

    agency: str
    date: str
    number: str

    @property
    def text(self) -> str:
        """The code as an agency prints it."""
        return ("/" if len(self.date) == 4 else "-").join((self.agency, self.date, self.number))

    @property
    def received(self) -> datetime | None:
        """The day of receipt, as its midnight in Vietnam; None where it holds only the year,
        or a day that never was."""
        if len(self.date) == 4:
            return None
        try:
            return datetime.strptime(f"20{self.date[-6:]}", "%Y%m%d").replace(tzinfo=VIETNAM)
        except ValueError:
            return None


_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))

_DOT: Final = r"\s?[.,]\s?"
_GAP: Final = r"\s?-*\s?"
_MONTH_DAY: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SIX: Final = rf"[1-6]\d{_MONTH_DAY}"
_EIGHT: Final = rf"20{_SIX}"
_CLOCK: Final = r"\s?(?:[01]?\d|2[0-3])[:H][0-5]\d"
_NUMBER: Final = rf"(?P<number>\d{{3,14}}?)(?:(?={_CLOCK})|(?!\d))"

_SHAPES: Final = tuple(
    re.compile(f"{agency}{gap}(?P<date>{day}){gap}{_NUMBER}", re.ASCII)
    for agency, gap, day in (
        (rf"(?<![\d.,])(?P<agency>(?:\d{{2,3}}{_DOT}){{1,3}}[A-Z]\d\d)", _GAP, f"{_SIX}|{_EIGHT}"),
        (rf"(?<![\w.,])(?P<agency>[A-Z]\d\d(?:{_DOT}\d{{2,4}}){{1,3}})", _GAP, f"{_EIGHT}|{_SIX}"),
        (r"(?<![\w.,])(?P<agency>[A-Z]\d\d)", r"\s?-\s?", f"{_SIX}|{_EIGHT}"),
        (r"(?<![\w/])(?P<agency>\d{5})", r"\s?/\s?", r"20\d\d"),
    )
)
"""The old way, the new way, an agency without dots (which needs its dashes), and social insurance."""


def find(text: str) -> list[DossierCode]:
    """Every dossier code in a text, in the order in which it stands there, each once."""
    line = clean_line(text).translate(_DASHES).upper()
    hits = sorted((hit for shape in _SHAPES for hit in shape.finditer(line)), key=re.Match.start)
    return list(dict.fromkeys(map(_code, _apart(hits))))


def _apart(hits: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Leave out a match that lies inside the one before it."""
    end = 0
    for hit in hits:
        if hit.start() >= end:
            end = hit.end()
            yield hit


def _code(hit: re.Match[str]) -> DossierCode:
    return DossierCode(agency=re.sub(_DOT, ".", hit["agency"]), date=hit["date"], number=hit["number"])
