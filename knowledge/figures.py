"""Figures in a text, however they are written: money, lengths of time, ages, shares and numbers of laws."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from motcua.text import clean_line


class Kind(StrEnum):
    """What a figure counts. Money is in đồng, a share in per cent; a law's number is a name."""

    MONEY = "money"
    LAW = "law"
    SHARE = "share"
    MINUTE = "phút"
    HOUR = "giờ"
    WORKING_DAY = "ngày làm việc"
    DAY = "ngày"
    WEEK = "tuần"
    MONTH = "tháng"
    YEAR = "năm"
    AGE = "tuổi"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. ``said`` is how it stands in the text, and is not compared."""

    kind: Kind
    value: str
    said: str = field(default="", compare=False)


_DIGITS = r"(?<![\d/.,])(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2}))?(?![\d/])"
_ASIDE = r" ?(?:\([^()]{1,30}\) ?)?"
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_UNITS = ("ngày làm việc", "phút", "giờ", "ngày", "tuần", "tháng", "năm", "tuổi")
_NO_DATE = "".join(f"(?<!{word} )" for word in ("ngày", "tháng", "năm", "lớp", "lúc"))
_MONEY = re.compile(_DIGITS + r" ?(?:(nghìn|ngàn|triệu|tỷ|tỉ)\b|(?:đồng|đ|vnđ|vnd)\b)")
_SPAN = re.compile(_NO_DATE + _DIGITS + _ASIDE + rf"({'|'.join(_UNITS)})\b")
_AFTERNOON = re.compile(r"\b0?([1-9])" + _ASIDE + r"(?:giờ|h) chiều")
_SHARE = re.compile(_DIGITS + r" ?%")
_LAW = re.compile(r"\b\d+/\d{4}/[a-zđ\d]+(?:-[a-zđ\d]+)*")

_ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_TENS = {1: "mười", **{ten: f"{_ONES[ten]} mươi" for ten in range(2, 10)}}
_ENDINGS = {1: "mốt", 4: "tư", 5: "lăm"}


def figures(text: str) -> Iterator[Figure]:
    """Every figure in digits, from left to right kind by kind."""
    line = clean_line(text).lower()
    for found in _LAW.finditer(line):
        yield Figure(Kind.LAW, found[0].upper(), found[0].upper())
    for found in _MONEY.finditer(line):
        yield Figure(Kind.MONEY, _value(found, _SCALES.get(found[3] or "", 1)), found[0])
    for found in _SHARE.finditer(line):
        yield Figure(Kind.SHARE, _value(found), found[0])
    for found in _SPAN.finditer(line):
        yield Figure(Kind(found[3]), _value(found), found[0])
    for found in _AFTERNOON.finditer(line):
        yield Figure(Kind.HOUR, str(12 + int(found[1])), found[0])


def in_words(text: str) -> Iterator[Figure]:
    """Lengths of time that a text writes out: "mười lăm ngày"."""
    for found in _WRITTEN.finditer(clean_line(text).lower()):
        yield Figure(Kind(found[2]), _NUMBERS[found[1]], found[0])


def _value(found: re.Match[str], scale: int = 1) -> str:
    whole = int(re.sub(r"\D", "", found[1])) * scale
    part = int(found[2]) * scale / 10 ** len(found[2]) if found[2] else 0
    return f"{whole + part:g}" if part % 1 else str(int(whole + part))


def _number_words() -> dict[str, str]:
    """The numbers from 1 to 99 as they are read."""
    named = {word: str(one) for one, word in enumerate(_ONES) if word} | {"tư": "4"}
    for ten, word in _TENS.items():
        named[word] = str(10 * ten)
        for one in range(1, 10):
            for ending in {_ONES[one], _ENDINGS.get(one, _ONES[one])}:
                named[f"{word} {ending}"] = str(10 * ten + one)
    return named


_NUMBERS = _number_words()
_WRITTEN = re.compile(rf"\b({'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) ({'|'.join(_UNITS)})\b")
