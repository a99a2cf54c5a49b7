"""Official names and codes, mended: sentence case for ALL CAPS, stray marks off, short for a button."""

import re

from knowledge.capitals import calmed

_CODE = re.compile(r"[1-9]\.\d{6,9}")
_NUMBERING = re.compile(r"^(?:\d+[.)])+\s+|^\.\s+")
_CUT_OFF = re.compile(r"\s*\(1\) Trình tự thực hiện:?$")
_OPENING = re.compile(r"^thủ tục(?: hành chính)?:?\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*(?:\)|$)")
_TURN = re.compile(r";| (?:đối với|theo|thuộc thẩm quyền|trong trường hợp|bao gồm|quy định tại) ")
_LOOSE_END = re.compile(
    r"(?: (?:bằng|các|cho|có|của|do|được|hoặc|là|những|tại|theo|trong|từ|và|về|với))+$", re.IGNORECASE
)


def code(written: str) -> str:
    """The national code, or an empty string where it is none; a deleted one (``-Xoa``) is none."""
    return written if _CODE.fullmatch(written) else ""


def name(written: str) -> str:
    """The official name as a person would write it: calm, without a number before or a mark after it."""
    bare = _CUT_OFF.sub("", _NUMBERING.sub("", calmed(written))).strip(" .;:-")
    return bare[:1].upper() + bare[1:]


def short(official: str, limit: int = 60) -> str:
    """An official name for a button: without asides, cut where the sentence turns, else at a word."""
    bare = _without_asides(_OPENING.sub("", official)).strip(" .;:-")
    bare = bare[:1].upper() + bare[1:] or official
    if len(bare) <= limit:
        return bare
    turns = [turn.start() for turn in _TURN.finditer(bare, limit // 2, limit)]
    return bare[: turns[-1]] if turns else _cut(bare, limit)


def _without_asides(text: str) -> str:
    while (less := _ASIDE.sub("", text)) != text:
        text = less
    return text


def _cut(text: str, limit: int) -> str:
    whole = text[:limit].rsplit(" ", 1)[0]
    return _LOOSE_END.sub("", whole).rstrip(" .;:,") + "…"
