"""Telegram's HTML, escaped by construction: text becomes markup here and nowhere else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

LIMIT = 4096
"""UTF-16 units of one message, counted as the reader sees it: without tags and escapes."""

_PAUSES = ("\n", ". ", "; ", " ")
"""Where a text that is too long is cut, best first."""

Style = Literal["", "b", "i"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of plain text in one style."""

    text: str
    style: Style = ""

    @property
    def html(self) -> str:
        """As Telegram reads it."""
        text = escape(self.text, quote=False)
        return f"<{self.style}>{text}</{self.style}>" if self.style else text


Paragraph = tuple[Span, ...]


def units(text: str) -> int:
    """How long Telegram finds a text."""
    return len(text.encode("utf-16-le")) // 2


def html(spans: Iterable[Span]) -> str:
    """Several pieces as one text."""
    return "".join(span.html for span in spans)


def messages(paragraphs: Sequence[Paragraph], limit: int = LIMIT) -> list[str]:
    """Paragraphs as few messages of HTML, cut between paragraphs, or within one that is too long alone.

    A paragraph brings its own line breaks; where a message ends they are dropped.
    """
    packed: list[list[Span]] = []
    room = 0
    for paragraph in _short_enough(paragraphs, limit):
        size = sum(units(span.text) for span in paragraph)
        if not packed or size > room:
            packed.append([])
            room = limit
        packed[-1].extend(paragraph)
        room -= size
    return [html(_trimmed(spans)) for spans in packed if any(span.text.strip() for span in spans)]


def _short_enough(paragraphs: Iterable[Paragraph], limit: int) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if sum(units(span.text) for span in paragraph) <= limit:
            yield paragraph
        else:
            yield from ((piece,) for span in paragraph for piece in _pieces(span, limit))


def _pieces(span: Span, limit: int) -> Iterator[Span]:
    rest = span.text
    while units(rest) > limit:
        cut = _cut(rest, limit)
        yield replace(span, text=rest[:cut])
        rest = rest[cut:]
    yield replace(span, text=rest)


def _cut(text: str, limit: int) -> int:
    """Where to cut: after the last pause that leaves at least half, or between two letters."""
    end = len(text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore"))
    found = ((text.rfind(pause, end // 2, end), len(pause)) for pause in _PAUSES)
    return next((at + size for at, size in found if at >= 0), end)


def _trimmed(spans: Sequence[Span]) -> Iterator[Span]:
    *front, last = spans
    first, *rest = (*front, replace(last, text=last.text.rstrip()))
    yield replace(first, text=first.text.lstrip())
    yield from rest
