"""One aspect of a procedure in full, a page at a time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from handlers.answer import Answer
from handlers.card import next_buttons, walk_row
from handlers.language import Language
from handlers.outcome import Outcome
from handlers.presses import Card, FactOf, ResultDay
from handlers.reply import Block, Bullets, Fact, Paragraph
from handlers.screen import Rows, button, clip, grid, leaves, pages, screen
from handlers.source import source
from handlers.telling.aspects import label, tell
from handlers.telling.due import expected, result_days
from handlers.telling.told import Told
from handlers.turn import Turn
from knowledge.matching.match import Aspect, Candidate
from knowledge.procedure import Procedure
from motcua.clock import in_vietnam

PAGE = 720
"""Characters of one page: with its label, name and source it stays within a reply."""

Piece = tuple[bool, str]
"""A piece of text, and whether it stands in the list."""


async def show(turn: Turn, press: FactOf, procedure: Procedure) -> Answer:
    """The aspect that a button asked for."""
    return answer(turn, procedure, press.aspect, page=press.page)


def answer(
    turn: Turn,
    procedure: Procedure,
    aspect: Aspect,
    *,
    page: int = 0,
    opening: tuple[Block, ...] = (),
    filed: date | None = None,
    codes: tuple[Candidate, ...] = (),
) -> Answer:
    """One page of one aspect as the end of a turn, after an ``opening`` if there is one.

    ``filed`` is the day of handing in that is spoken of, today if none is.
    """
    whole = tell(turn.say, aspect, procedure, turn.place)
    told = pages(_pieces(whole), _size, PAGE)
    number = min(page, len(told) - 1)
    name = label(turn.say, aspect)
    title = f"{name} ({number + 1}/{len(told)})" if len(told) > 1 else name
    today = in_vietnam(turn.now).date()
    reckoned = not opening and aspect is Aspect.TIME
    blocks = (
        *opening,
        *_blocks(title, told[number], whole.title),
        *_notes(turn.say, whole),
        *(expected(turn.say, procedure, today, turn.now) if reckoned else ()),
        Paragraph(text=turn.say("Procedure: {name}", name=clip(procedure.name, PAGE // 4))),
        source(turn.say, procedure),
    )
    others = turn.others(procedure.code)
    rows = (
        *_further(turn, procedure, aspect, number, len(told)),
        *_calendar(turn, procedure, aspect, filed or today),
        *_rows(turn, procedure, aspect),
    )
    reply = screen(turn.say, *blocks, rows=rows, back=Card(code=procedure.code, others=others))
    return Answer(
        replies=(reply,),
        state=turn.about(procedure.code, others),
        outcome=Outcome.ANSWERED,
        code=procedure.code,
        codes=codes,
        aspects=(aspect,),
    )


def _pieces(told: Told) -> list[Piece]:
    text = [(False, leaf) for leaf in leaves(told.text, PAGE)]
    items = [(True, leaf) for item in told.items for leaf in leaves(item, PAGE)]
    return text + items


def _size(piece: Piece) -> int:
    return len(piece[1]) + 2


def _blocks(title: str, page: Sequence[Piece], second: str) -> Iterator[Block]:
    """The sentences under the label, then the list; without sentences the list has the label."""
    for listed, run in groupby(page, key=lambda piece: piece[0]):
        lines = [text for _, text in run]
        if not listed:
            yield Fact(label=title, text="\n".join(lines))
        else:
            yield Bullets(title=title if page[0][0] else second, items=tuple(lines))


def _notes(say: Language, told: Told) -> Iterator[Block]:
    if told.fresh:
        yield Paragraph(text=say("This has changed lately: it stands here in the catalogue's own words."))


def _further(turn: Turn, procedure: Procedure, aspect: Aspect, number: int, count: int) -> Rows:
    if number + 1 >= count:
        return ()
    following = FactOf(code=procedure.code, aspect=aspect, page=number + 1)
    return ((button(turn.say("Read on ({page}/{pages})", page=number + 2, pages=count), following),),)


def _calendar(turn: Turn, procedure: Procedure, aspect: Aspect, filed: date) -> Rows:
    """The day of the result for one's own calendar, where it can be reckoned."""
    if aspect is not Aspect.TIME or turn.services.printer is None:
        return ()
    if not result_days(procedure, filed, turn.now):
        return ()
    press = ResultDay(code=procedure.code, day=int(f"{filed:%Y%m%d}"))
    return ((button(turn.say("📅 Add to my calendar"), press),),)


def _rows(turn: Turn, procedure: Procedure, aspect: Aspect) -> Rows:
    facts = grid(next_buttons(turn.say, procedure, without=aspect))
    return (*walk_row(turn.say, procedure), *facts)
