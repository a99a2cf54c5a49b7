"""What people ask for most, field by field: every procedure that has a guide."""

from collections import Counter
from zlib import crc32

from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.presses import Browse, Card
from handlers.reply import Button, Paragraph
from handlers.screen import Rows, button, clip, column, screen
from handlers.turn import Turn
from knowledge.matching.match import Entry

PAGE = 8
"""Buttons on one page."""

_NAME = 60


async def show(turn: Turn, press: Browse) -> Answer:
    """The fields, or the procedures of one field."""
    guided = [one for one in turn.services.library.entries() if one.says and one.fields]
    inside = [one for one in guided if digest(one.fields[0]) == press.field]
    text = turn.say("Procedures people ask for most, by field:")
    buttons = _fields(guided)
    if inside:
        text = turn.say("{field}: which procedure?", field=inside[0].fields[0])
        buttons = _procedures(inside)
    rows = (*column(_page(buttons, press.page)), *_turning(turn, press, len(buttons)))
    reply = screen(turn.say, Paragraph(text=text), rows=rows, back=Browse() if inside else turn.back)
    state = turn.calm(here=press.encode())
    return Answer(replies=(reply,), state=state, outcome=Outcome.OFFERED)


def digest(field: str) -> str:
    """A field's name, short enough for a button and the same every day."""
    return f"{crc32(field.encode()):08x}"


def _fields(guided: list[Entry]) -> list[Button]:
    counted = Counter(one.fields[0] for one in guided)
    return [
        button(f"{clip(field, _NAME)} ({count})", Browse(field=digest(field)))
        for field, count in counted.most_common()
    ]


def _procedures(inside: list[Entry]) -> list[Button]:
    named = sorted((one.short_name or one.name, one.code) for one in inside)
    return [button(clip(name, _NAME), Card(code=code)) for name, code in named]


def _page(buttons: list[Button], page: int) -> list[Button]:
    start = min(page, max(0, len(buttons) - 1) // PAGE) * PAGE
    return buttons[start : start + PAGE]


def _turning(turn: Turn, press: Browse, count: int) -> Rows:
    last = max(0, count - 1) // PAGE
    around = [page for page in (press.page - 1, press.page + 1) if 0 <= page <= last]
    if not around:
        return ()
    return (
        tuple(
            button(
                turn.say("Page {page}/{pages}", page=page + 1, pages=last + 1),
                Browse(field=press.field, page=page),
            )
            for page in around
        ),
    )
