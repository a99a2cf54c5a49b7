"""A reply as Telegram shows it: texts in HTML, and the keyboard under the last one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from telegram import InlineKeyboardMarkup

from bot.channels.telegram.keyboard import Keyboard
from bot.channels.telegram.markup import Paragraph, Span, messages
from handlers.reply import Block, Bullets, Checklist, Fact, Heading, Item, Reply, Source
from handlers.reply import Paragraph as Sentences

HAVE, MISSING = "☑", "☐"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message; a closing one takes the button for sharing a number away, where it hangs."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    closing: bool = False


def parts(reply: Reply, keyboard: Keyboard) -> list[Part]:
    """A reply as one message, or as few as it fits in."""
    *before, last = messages(list(_paragraphs(reply)))
    return [*(Part(html=text) for text in before), Part(html=last, keyboard=keyboard.under(reply))]


def _paragraphs(reply: Reply) -> Iterator[Paragraph]:
    blocks = reply.blocks
    for before, after in pairwise(blocks):
        facts = isinstance(before, Fact) and isinstance(after, Fact)
        yield from _block(before, "\n" if facts else "\n\n")
    yield from _block(blocks[-1], "")


def _block(block: Block, end: str) -> Iterator[Paragraph]:
    match block:
        case Heading():
            yield Span(block.text, "b"), Span(end)
        case Sentences():
            yield (Span(block.text + end),)
        case Source():
            yield Span(block.text, "i"), Span(end)
        case Fact():
            below = "\n" if "\n" in block.text else " "
            yield Span(f"{block.label}:", "b"), Span(f"{below}{block.text}{end}")
        case Bullets():
            yield from _list(block.title, [(Span(f"• {item}"),) for item in block.items], end)
        case Checklist():
            yield from _list(block.title, [tuple(_paper(item)) for item in block.items], end)


def _list(title: str, items: list[Paragraph], end: str) -> Iterator[Paragraph]:
    lines: list[Paragraph] = [(Span(title, "b"),), *items] if title else items
    for line in lines[:-1]:
        yield *line, Span("\n")
    yield *lines[-1], Span(end)


def _paper(item: Item) -> Iterator[Span]:
    yield Span(f"{HAVE if item.ticked else MISSING} {item.label}")
    if item.detail:
        yield Span(f"\n    {item.detail}", "i")
