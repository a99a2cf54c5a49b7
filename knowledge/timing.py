"""Parts what a method's description says of the time from what it says of handing in.

The portal has one field for both, so ``Nộp trực tiếp tại Trung tâm. 05 ngày làm việc`` stands where only the
time is asked for.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[-+*\s]*(?:[A-ZĐ]|\d))")
_TIME = re.compile(
    r"\d+\s*(?:\([\w\s]+\)\s*)?(?:ngày|giờ|phút|tuần|tháng|năm)(?! \d)|\bngay (?:trong|khi|sau|lập tức)\b"
    r"|\b(?:trong|cùng) ngày\b|\b(?:thời hạn|thời gian|kéo dài|kể từ|sau khi nhận|chậm nhất|ngày làm việc)\b"
    r"|^(?:không|chưa)(?: có)? quy định\W*$",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"[-+*•\s]*(?:[a-z\d][).]\s*)?(?:cách thức|cách thực hiện|ngoài các cách|hình thức|nộp|gửi"
    r"|hồ sơ (?:được )?(?:gửi|nộp)"
    r"|trực tiếp|trực tuyến|qua\b|thông qua|tại|địa chỉ|hoặc|phí|lệ phí|kê khai|tổ chức|cá nhân"
    r"|công dân|người)",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)
def parted(description: str) -> tuple[str, str]:
    """What it says of the time, and what it says of where and how; each may be empty."""
    if not _TIME.search(description):
        return "", _joined(map(_unmarked, description.split("\n")))
    time: list[str] = []
    how: list[str] = []
    for line in description.split("\n"):
        sentences = _SENTENCE.split(line)
        time.append(_unmarked(" ".join(one for one in sentences if not _is_how(one))))
        how.append(_unmarked(" ".join(filter(_is_how, sentences))))
    return _joined(time), _joined(how)


def _is_how(sentence: str) -> bool:
    return bool(_HOW.match(sentence)) and not _TIME.search(sentence)


def _unmarked(line: str) -> str:
    """The line without the bullet before it: whoever shows it makes a list of their own."""
    return line.lstrip("-–+*• ")


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, lines))
