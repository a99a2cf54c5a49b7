"""What every screen is built of: buttons, rows, ways out, and text cut where a reader may pause."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from handlers.language import Language
from handlers.press import Press
from handlers.presses import Home
from handlers.reply import Block, Button, Reply

CARD = 900
"""Characters that a reply may have before something waits behind a "more" button."""

Rows = tuple[tuple[Button, ...], ...]
Thing = TypeVar("Thing")

_SENTENCE = re.compile(r"(?<=[.!?;:…])\s+")


def button(label: str, press: Press) -> Button:
    """A button that carries this press."""
    return Button(label=label, press=press.encode())


def column(buttons: Iterable[Button]) -> Rows:
    """One button a row: for names that are long."""
    return tuple((one,) for one in buttons)


def grid(buttons: Sequence[Button], across: int = 2) -> Rows:
    """Short buttons side by side."""
    return tuple(tuple(buttons[start : start + across]) for start in range(0, len(buttons), across))


def back_label(say: Language) -> str:
    """What the way back is called, on every screen."""
    return say("⬅ Back")


def home_label(say: Language) -> str:
    """What the way to the menu is called, on every screen."""
    return say("🏠 Menu")


def screen(say: Language, *blocks: Block, back: Press, rows: Rows = (), key: str = "") -> Reply:
    """A reply with its ways out: back where it came from, and the menu."""
    ways = (button(back_label(say), back), button(home_label(say), Home()))
    return Reply(blocks=blocks, buttons=(*rows, ways), key=key)


def clip(text: str, limit: int) -> str:
    """The beginning of a text, cut after a sentence if one ends late enough, else after a word."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = flat[: limit - 1]
    sentences = list(_SENTENCE.finditer(head))
    if sentences and sentences[-1].start() >= limit // 2:
        return head[: sentences[-1].start()].rstrip(" ;:") + " …"
    return head.rsplit(" ", 1)[0].rstrip(" ,;:.-(") + "…"


def leaves(text: str, limit: int) -> tuple[str, ...]:
    """A long text as pieces of at most ``limit`` characters: paragraphs, or sentences of long paragraphs."""
    lines = [line for line in text.split("\n") if line.strip()]
    return tuple(piece for line in lines for piece in _pieces(line.strip(), limit))


def pages(things: Sequence[Thing], size: Callable[[Thing], int], limit: int) -> list[tuple[Thing, ...]]:
    """Share things out over pages of at most ``limit`` characters; a page holds at least one."""
    shared: list[list[Thing]] = [[]]
    room = limit
    for thing in things:
        if shared[-1] and size(thing) > room:
            shared.append([])
            room = limit
        shared[-1].append(thing)
        room -= size(thing)
    return [tuple(page) for page in shared]


def _pieces(line: str, limit: int) -> list[str]:
    if len(line) <= limit:
        return [line]
    parts = [part for sentence in _SENTENCE.split(line) for part in _words(sentence, limit)]
    return [" ".join(page) for page in pages(parts, lambda part: len(part) + 1, limit)]


def _words(sentence: str, limit: int) -> list[str]:
    if len(sentence) <= limit:
        return [sentence]
    words = [word[start : start + limit] for word in sentence.split() for start in range(0, len(word), limit)]
    return [" ".join(page) for page in pages(words, lambda word: len(word) + 1, limit)]
