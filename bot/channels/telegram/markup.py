"""Telegram's HTML, escaped by construction: text becomes markup here and nowhere else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from bot.channels.splitting import cut, units

LIMIT = 4096
"""UTF-16 units of one message, counted as the reader sees it: without tags and escapes."""

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
        at = cut(rest, limit)
        yield replace(span, text=rest[:at])
        rest = rest[at:]
    yield replace(span, text=rest)


def _trimmed(spans: Sequence[Span]) -> Iterator[Span]:
    *front, last = spans
    first, *rest = (*front, replace(last, text=last.text.rstrip()))
    yield replace(first, text=first.text.lstrip())
    yield from rest
