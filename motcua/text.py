"""Clean text at every door: one Unicode form, one kind of space, no invisible marks.

Vietnamese arrives both composed and decomposed; everything behind the doors is composed (NFC).
"""

import re
import unicodedata

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_LATIN_AND_MARKS = (*range(0x00C0, 0x0370), *range(0x1E00, 0x1F00))
_BARE = {
    number: "".join(
        mark for mark in unicodedata.normalize("NFD", chr(number)) if not unicodedata.combining(mark)
    )
    for number in _LATIN_AND_MARKS
} | {ord("đ"): "d", ord("Đ"): "D"}
"""What is left of a letter, or of a lone mark, without its marks: made once, asked very often."""

_BLANK_LINES = re.compile(r"\n\s*\n+")


def clean(text: str) -> str:
    """Compose to NFC, drop invisible and control marks, fold spaces; line breaks stay, edges go."""
    if "\n\n\n" not in text and text.strip() == text and all(map(_is_tidy, text.split("\n"))):
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    folded = _SPACES.sub(" ", _INVISIBLE.sub("", composed))
    return _BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in folded.split("\n"))).strip()


def clean_line(text: str) -> str:
    """The same on one line: for names, codes and what a person types."""
    return text if _is_tidy(text) else " ".join(clean(text).split())


def _is_tidy(text: str) -> bool:
    """Whether it is one clean line already: by far the most are, and telling is quicker than mending."""
    plain = text.isprintable() and "  " not in text and text.strip() == text
    return plain and unicodedata.is_normalized("NFC", text)


def unmarked(text: str) -> str:
    """The text without Vietnamese marks: ``Đường`` becomes ``Duong``."""
    return text.translate(_BARE)
