"""Official names and codes, mended: sentence case for ALL CAPS, stray marks off, short for a button."""

import re

from knowledge.capitals import calmed
from knowledge.errors import UnreadableRecordError

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
    """The national code. Raises UnreadableRecordError where it is none or was deleted (``-Xoa``)."""
    if "xoa" in written.lower():
        raise UnreadableRecordError(reason=f"the portal has deleted it ({written})")
    if not _CODE.fullmatch(written):
        raise UnreadableRecordError(reason=f"{written!r} is no procedure code")
    return written


def name(written: str) -> str:
    """The official name as a person would write it: calm, without a number before or a mark after it.

    Raises UnreadableRecordError where nothing is left of it.
    """
    bare = _CUT_OFF.sub("", _NUMBERING.sub("", calmed(written))).strip(" .;:-")
    if not bare:
        raise UnreadableRecordError(reason="it has no name")
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
