"""The choices of a reply, numbered from 1 as a channel without buttons shows them; typing one presses it."""

import re
from collections.abc import Iterable, Sequence

from handlers.needed import UNKNOWN
from handlers.press import decode
from handlers.presses import Card, Choose, Restart
from handlers.reply import Button, Checklist, Reply
from handlers.words import bare, means_anew, means_unsure, ordinal, plain

_BOX = re.compile(r"^\[[x ]\] ")
_BACK = "⬅"
_UNSURE = f":{UNKNOWN}"
_NUMBER = re.compile(r"(?:(?:so|chon|cau|muc|nut) )?([0-9]{1,2})")


def options(reply: Reply) -> tuple[Button, ...]:
    """Everything that can be pressed, in order: the papers of a checklist, then the buttons."""
    return (*ticks(reply), *(button for row in reply.buttons for button in row))


def ticks(reply: Reply) -> tuple[Button, ...]:
    """The papers of a reply's checklists, each with its box."""
    lists = (block for block in reply.blocks if isinstance(block, Checklist))
    return tuple(
        Button(label=f"{box(item.ticked)} {item.label}", press=item.press)
        for one in lists
        for item in one.items
    )


def box(ticked: bool) -> str:
    """A tick in plain text."""
    return "[x]" if ticked else "[ ]"


def last_options(replies: Iterable[Reply]) -> tuple[Button, ...]:
    """What can be pressed in the last of several replies."""
    *_, last = replies
    return options(last)


def typed(shown: Sequence[Button], text: str) -> str:
    """The press of the option whose number or label was typed; empty where it is neither."""
    line = plain(text)
    number = _NUMBER.fullmatch(line)
    if number and 1 <= int(number[1]) <= len(shown):
        return shown[int(number[1]) - 1].press
    named = next((one.press for one in shown if line and _name(one) == line), "")
    return named or _counted(shown, text)


def _counted(shown: Sequence[Button], text: str) -> str:
    """The press that "cái thứ hai" counts out among what is alike; empty where it counts nothing out."""
    number = ordinal(text)
    alike = _alike(shown) if number else []
    if number is None or abs(number) > len(alike):
        return ""
    return alike[number - 1 if number > 0 else number].press


def _alike(shown: Sequence[Button]) -> list[Button]:
    """What leads to the same kind of thing as the first that can be pressed."""
    pressable = [one for one in shown if not one.label.startswith(_BACK)]
    kinds = [type(decode(one.press)) for one in pressable]
    return [one for one, kind in zip(pressable, kinds, strict=True) if kind is kinds[0]]


def hinted(shown: Sequence[Button], text: str) -> str:
    """The press of the one choice whose label holds every word of a short line: "mẹ" for "Cha hoặc mẹ"."""
    words, unsure = set(bare(text).split()), means_unsure(text)
    fitting = [one for one in shown if unsure or (words and words <= set(_name(one).split()))]
    meant = [one.press for one in fitting if _is_choice(one) and one.press.endswith(_UNSURE) == unsure]
    return meant[0] if len(meant) == 1 or (meant and unsure) else ""


def anew(shown: Sequence[Button], text: str) -> str:
    """The press that begins the list in sight again, where the line only says "làm lại"; else empty."""
    begins = (one.press for one in shown if isinstance(decode(one.press), Restart))
    return next(begins, "") if means_anew(text) else ""


def _is_choice(option: Button) -> bool:
    return not option.label.startswith(_BACK) and isinstance(decode(option.press), Card | Choose)


def _name(option: Button) -> str:
    return plain(_BOX.sub("", option.label))
