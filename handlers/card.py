"""The answer card: what was asked first, then whose answer it is, then the facts one asks for next."""

from collections.abc import Iterator, Sequence

from handlers.answer import Answer
from handlers.language import Language
from handlers.needed import everything, open_question
from handlers.outcome import Outcome
from handlers.presses import Card, FactOf, More, NotThis, Walk
from handlers.reply import Block, Bullets, Button, Fact, Heading, Paragraph
from handlers.screen import CARD, Rows, button, clip, grid, screen
from handlers.source import source
from handlers.telling.aspects import label, tell
from handlers.telling.told import Told
from handlers.turn import Turn
from knowledge.matching.match import Aspect, Candidate, Place
from knowledge.procedure import Procedure

FIRST = (Aspect.PAPERS, Aspect.FEE, Aspect.TIME, Aspect.PLACE, Aspect.ONLINE)
"""What nearly everybody asks."""

REST = (Aspect.STEPS, Aspect.FORM, Aspect.RESULT, Aspect.CONDITIONS, Aspect.LEGAL)
"""What some ask, one press further."""

_BESIDE = (Aspect.PAPERS, Aspect.FEE, Aspect.TIME, Aspect.PLACE)
"""What is told in short beside the answer to a question."""

_OPENING = 400
_NAME = 160
_LINE = 110
_SHORTEST, _LONGEST = 48, 150


async def show(turn: Turn, press: Card, procedure: Procedure) -> Answer:
    """A card that was chosen; it opens with what the question was after, if it answers a question."""
    aspects = turn.state.aspects if press.code in turn.state.asked else ()
    return answer(turn, procedure, others=press.others, aspects=aspects)


def answer(
    turn: Turn,
    procedure: Procedure,
    *,
    others: tuple[str, ...] = (),
    aspects: tuple[Aspect, ...] = (),
    codes: tuple[Candidate, ...] = (),
) -> Answer:
    """The card as the end of a turn."""
    home = turn.place
    blocks = (*card(turn.say, procedure, home, aspects), source(turn.say, procedure))
    reply = screen(turn.say, *blocks, rows=_rows(turn.say, procedure, others), back=turn.before_card)
    return Answer(
        replies=(reply,),
        state=turn.about(procedure.code, others),
        outcome=Outcome.ANSWERED,
        code=procedure.code,
        codes=codes,
        aspects=aspects,
    )


def card(say: Language, procedure: Procedure, home: Place, aspects: Sequence[Aspect] = ()) -> list[Block]:
    """The blocks of a card, within what one reply may hold."""
    asked = aspects[:2]
    blocks = [block for one in asked for block in _opening(say, one, procedure, home, _OPENING // len(asked))]
    blocks.append(Heading(text=clip(procedure.name, _NAME)))
    if not asked and procedure.guide:
        blocks.append(Paragraph(text=procedure.guide.summary))
    rest = [one for one in (_BESIDE if asked else FIRST) if one not in asked]
    notes = list(_notes(say, procedure, (*asked, *rest)))
    share = (CARD - 120 - sum(map(_length, (*blocks, *notes)))) // len(rest) - 16
    room = max(_SHORTEST, min(_LONGEST, share))
    blocks += [_line(say, one, tell(say, one, procedure, home), room) for one in rest]
    return blocks + notes


async def more(turn: Turn, press: More, procedure: Procedure) -> Answer:
    """The aspects that the card does not show first."""
    text = turn.say("What else would you like to know about “{name}”?", name=clip(procedure.name, _NAME))
    every_paper = button(turn.say("All papers"), FactOf(code=press.code, aspect=Aspect.PAPERS))
    rest = [button(label(turn.say, one), FactOf(code=press.code, aspect=one)) for one in REST]
    reply = screen(
        turn.say, Paragraph(text=text), rows=grid([every_paper, *rest]), back=Card(code=press.code)
    )
    state = turn.about(procedure.code, turn.others(press.code))
    return Answer(replies=(reply,), state=state, outcome=Outcome.OFFERED, code=procedure.code)


def next_buttons(say: Language, procedure: Procedure, without: Aspect | None = None) -> list[Button]:
    """The four or five things one asks next."""
    facts = [one for one in FIRST[1:] if one is not without]
    return [button(label(say, one), FactOf(code=procedure.code, aspect=one)) for one in facts]


def walk_row(say: Language, procedure: Procedure) -> Rows:
    """The way to one's own list of papers, where there are any."""
    if not everything(procedure):
        return ()
    asks = open_question(procedure, {}) is not None
    name = say("📋 Papers for my own case") if asks else say("📋 Tick off my papers")
    return ((button(name, Walk(code=procedure.code)),),)


def _rows(say: Language, procedure: Procedure, others: tuple[str, ...]) -> Rows:
    last = (
        button(say("➕ More"), More(code=procedure.code)),
        button(say("Not this one?"), NotThis(code=procedure.code, others=others)),
    )
    return (*walk_row(say, procedure), *grid(next_buttons(say, procedure)), last)


def _opening(say: Language, aspect: Aspect, procedure: Procedure, home: Place, room: int) -> Iterator[Block]:
    told = tell(say, aspect, procedure, home)
    text = clip(told.text, room)
    if text:
        yield Fact(label=label(say, aspect), text=text)
    if told.items:
        yield Bullets(title="" if text else label(say, aspect), items=_first(say, told, room - len(text)))


def _first(say: Language, told: Told, room: int) -> tuple[str, ...]:
    lines: list[str] = []
    for item in told.items:
        line = clip(item, _LINE)
        if lines and sum(map(len, lines)) + len(line) > room:
            return (*lines, say("… and {count} more", count=len(told.items) - len(lines)))
        lines.append(line)
    return tuple(lines)


def _line(say: Language, aspect: Aspect, told: Told, room: int) -> Fact:
    text = say("not in the national catalogue") if told.silent else told.in_short()
    return Fact(label=label(say, aspect), text=clip(text, room))


def _notes(say: Language, procedure: Procedure, shown: Sequence[Aspect]) -> Iterator[Block]:
    """That a line of these is the catalogue's own, because the guide's is out of date."""
    if procedure.stale.intersection(shown):
        text = say("Some of this has changed lately: it stands here in the catalogue's own words.")
        yield Paragraph(text=text)


def _length(block: Block) -> int:
    return sum(len(str(value)) for value in block.model_dump(exclude={"kind"}).values())
