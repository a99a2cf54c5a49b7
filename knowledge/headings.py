"""Headings of a document list: the case one names, if it names any, and how far it reaches."""

import re

from knowledge.component import bare
from knowledge.component_words import CONDITION, CONTAINER, PAPER, REMARK

_FILE = r"(?:(?:các )?(?:hồ sơ|giấy tờ|tài liệu|(?:thành phần )?hồ sơ))"
_HEADING = re.compile(
    rf"\S*|\d+ bộ hồ sơ|số lượng\b.*|(?:bao )?gồm|{_FILE}(?: (?!của|do|đối|cho|đề|đăng|báo|khi)\w+){{0,2}}"
    rf"|(?:{_FILE} )?(?:phải )?(?:nộp|xuất trình|gửi)\b"
    r"(?:(?!hồ sơ|khi \w+ cảnh|đối với)[^()])*(?:\(bản chính\)[^()]*)?"
    r"|[\w ]{0,30} xuất trình (?:một trong )?các giấy tờ(?: sau)?"
    r"|(?:các )?(?:giấy tờ|tài liệu) (?:khác|kèm theo|gửi kèm|chứng minh (?:việc )?(?:đáp ứng|đủ))\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_OUT = re.compile(
    rf"[\s,:;.]*(?:\b(?:{_FILE}\W*)?(?:cụ thể )?(?:bao )?gồm(?: có)?(?: {_FILE})?(?: sau)?"
    r"|[-:;.,]\s*thành phần hồ sơ)\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^trường hợp \(?\d+\)?\s*[:.]?\s+(?=\D)", re.IGNORECASE)
_LEAD_IN = re.compile(
    r",? thì (?:(?:hồ sơ|phải|người|cần).{1,80}\bsau\W*|hồ sơ\b.{1,120}? phải có\b.*)$", re.IGNORECASE
)
_ITS_FILE = re.compile(r",\s*(?:thành phần )?hồ sơ(?: (?!của|đối|do|cho|quy|là)\w+){0,6}$", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:([-+*•])|\(?(?:(\d)|[a-zđ])[\d.]*[).])", re.IGNORECASE)


def case(title: str) -> str:
    """The case a title names; empty where it is only a heading, a rule, a remark or the name of a paper."""
    text = _ITS_FILE.sub("", _LEAD_IN.sub("", _LEAD_OUT.sub("", bare(title))))
    if is_rule(text) or is_remark(text) or is_plain(text) or _names_paper(text):
        return ""
    return _COUNTED.sub("", text)


def is_plain(title: str) -> bool:
    """Whether it says nothing but that papers follow."""
    return bool(_HEADING.fullmatch(_LEAD_OUT.sub("", bare(title))))


def is_remark(title: str) -> bool:
    """Whether what follows it are notes."""
    return bool(REMARK.match(bare(title)))


def is_rule(title: str) -> bool:
    """Whether it is a sentence of its own, and not a heading at all."""
    return " thì " in _LEAD_IN.sub("", _LEAD_OUT.sub("", bare(title)))


def is_conditional(title: str) -> bool:
    """Whether it holds for some and not for others."""
    return bool(CONDITION.search(title))


def mark(text: str) -> str:
    """The kind of mark before it: a bullet, ``1`` for any number, ``a`` for any letter; or nothing."""
    found = _MARK.match(text)
    if not found:
        return ""
    return found[1] or ("1" if found[2] else "a")


def _names_paper(text: str) -> bool:
    return bool(PAPER.match(text)) and not CONTAINER.match(text)
