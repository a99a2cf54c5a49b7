"""What holds for every answer, whatever was asked: it says something, fits, and leaves a way out."""

import re

from bot.channels.text import plain
from handlers.answer import Answer
from handlers.options import options
from handlers.press import LIMIT, decode
from handlers.presses import Home
from handlers.reply import Reply

LONGEST = 1400
"""Characters of a whole reply, a checklist with its details and its source line included."""

_LEFT_OVER = re.compile(r"\{\w*\}|\bNone\b|(?<![\d.])0 đồng|\b0 ₫|\b1 khác")


def demand(holds: object, what: object) -> None:
    """Raises AssertionError with what was wrong where something does not hold."""
    if not holds:
        raise AssertionError(what)


def check(answer: Answer) -> None:
    """Fails with the reply where an answer has no manners."""
    demand(answer.replies, answer)
    for reply in answer.replies:
        text = plain(reply)
        demand(text.strip(), reply)
        demand(len(text) <= LONGEST, text)
        demand(not _LEFT_OVER.search(text.replace("\u00a0", " ")), text)
        _check_presses(reply)
    demand(_has_way_out(answer.replies[-1]), plain(answer.replies[-1]))


def _check_presses(reply: Reply) -> None:
    labels = [one.label for one in options(reply)]
    demand(len(labels) == len(set(labels)), labels)
    for one in options(reply):
        demand(len(one.press.encode()) <= LIMIT, one)
        demand(decode(one.press).encode() == one.press, one)
        demand(one.label.strip(), one)
        demand(len(one.label) <= 150, one)


def _has_way_out(reply: Reply) -> bool:
    """Back and the menu are one press away, or this is the menu."""
    presses = [one.press for one in options(reply)]
    back = any(one.label.startswith("⬅") for one in options(reply))
    return (back and Home().encode() in presses) or {"b", "d", "l", "h", "o"} <= set(presses)
