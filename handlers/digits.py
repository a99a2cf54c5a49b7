"""Identity and phone numbers typed without need: nobody keeps them."""

import re
from collections.abc import Iterator

from knowledge.dossier_code import find
from motcua.text import clean_line

_MASK = "•"
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(
    r"(?<![\d.,/-])(?:"
    r"(?:\+?84|0)(?:[ .-]?\d){9,10}"  # a phone number, grouped or not
    r"|\d{3}(?:[ -]?\d{3}){3}"  # an identity number of today
    r"|\d{9}"  # one of before; grouped by dots it would be an amount
    r")(?![\d/]|[.,-]\d)"
)

_KIND = (
    r"(?:căn cước(?: công dân)?|can cuoc(?: cong dan)?|cccd|cmnd|cmt|chứng minh(?: nhân dân| thư)?"
    r"|chung minh(?: nhan dan| thu)?|định danh|dinh danh|điện thoại|dien thoai)"
)
_OWNER = r"(?:\s+(?:của|cua|em|tôi|toi|mình|minh|tui|con|cháu|chau|bác|bac|anh|chị|chi))*"
_NAMED = re.compile(
    rf"\b(?:(?:số|so)(?:\s+{_KIND})?|sđt|sdt|đt|{_KIND}(?={_OWNER}\s+(?:là|la)\b)){_OWNER}"
    rf"(?:\s+(?:là|la))?[\s:]*(?=\+?{_MASK})",
    re.IGNORECASE,
)
"""“Số căn cước của em là”, before such a number: what names it names no errand."""


def masked(text: str) -> str:
    """The line with every digit of such numbers masked; dossier codes and amounts stay."""
    kept = list(_codes(text))
    return _NUMBERS.sub(lambda found: found[0] if _within(found[0], kept) else _hidden(found[0]), text)


def without(text: str) -> str:
    """The line without such numbers and what names them."""
    return " ".join(_NAMED.sub(" ", masked(text)).replace(_MASK, " ").split())


def _codes(text: str) -> Iterator[str]:
    return (_digits(one.text) for one in find(clean_line(text)))


def _within(number: str, codes: list[str]) -> bool:
    return any(_digits(number) in code for code in codes)


def _hidden(number: str) -> str:
    return _DIGIT.sub(_MASK, number)


def _digits(text: str) -> str:
    return "".join(_DIGIT.findall(text))
