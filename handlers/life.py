"""What happens in a life: the events to choose from, and the way through the procedures of one."""

from collections.abc import Iterator, Sequence

from handlers.answer import Answer
from handlers.miss import lost
from handlers.outcome import Outcome
from handlers.presses import Browse, Card, Event, Events
from handlers.reply import Block, Button, Fact, Heading, Paragraph
from handlers.screen import Rows, button, clip, column, grid, pages, screen
from handlers.turn import Turn
from handlers.words import narrates
from knowledge.happenings import Told
from knowledge.life_events import LifeEvent, LifeStep
from knowledge.matching.match import Match, Verdict

PAGE = 12
"""Events on one page of the menu: they stand side by side."""

ROOM = 620
"""Characters of the steps on one screen: with its first words it stays within a reply."""

SURE = 0.35
"""From this score on a line that narrates tells of the event."""

BESIDE = 0.5
"""From this score on the event is offered beside procedures."""

_SILENT = (Verdict.REFUSE, Verdict.SMALLTALK)
_NAME = 60


async def choose(turn: Turn, press: Events) -> Answer:
    """The events, a button each."""
    events = list(turn.services.happenings.events.values())
    shared = pages(events, lambda _: 1, PAGE)
    number = min(press.page, len(shared) - 1)
    buttons = [button(one.name, Event(event=one.id)) for one in shared[number]]
    text = Paragraph(text=turn.say("What is happening in your life? I show you what to do, in order:"))
    around = [page for page in (number - 1, number + 1) if 0 <= page < len(shared)]
    turning = tuple(
        button(turn.say("Page {page}/{pages}", page=page + 1, pages=len(shared)), Events(page=page))
        for page in around
    )
    rows = (*grid(buttons), *((turning,) if turning else ()))
    reply = screen(turn.say, text, rows=rows, back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(here=press.encode()), outcome=Outcome.OFFERED)


async def show(turn: Turn, press: Event) -> Answer:
    """One event; an event that is no longer told leads to the others."""
    event = turn.services.happenings.events.get(press.event)
    return tell(turn, event, press.page) if event else await choose(turn, Events())


def tell(turn: Turn, event: LifeEvent, page: int = 0) -> Answer:
    """What comes first and why, what is settled in the same go, and a button to each procedure."""
    steps = [one for one in event.steps if turn.services.library.known(one.code)]
    if not steps:
        return lost(turn)
    shared = pages(steps, lambda step: len(_line(turn, step).text) + _NAME, ROOM)
    number = min(page, len(shared) - 1)
    opening = Paragraph(text=event.intro if number == 0 else turn.say("After that:"))
    blocks: list[Block] = [Heading(text=event.name), opening]
    blocks += [_line(turn, one) for one in shared[number]]
    rows = (*column(_cards(turn, shared[number])), *_further(turn, event, number, len(shared)))
    reply = screen(turn.say, *blocks, rows=rows, back=Event(event=event.id) if number else Events())
    asked = tuple(one.code for one in shared[number])
    here = Event(event=event.id, page=number).encode()
    return Answer(replies=(reply,), state=turn.calm(code="", asked=asked, here=here), outcome=Outcome.OFFERED)


def told(turn: Turn, match: Match) -> Answer | None:
    """The event that the line tells of, where it says so plainer than it names a procedure."""
    event = turn.services.happenings.said(turn.text)
    if event is None and narrates(turn.text):
        event = _narrated(turn, match)
    return tell(turn, event) if event and match.verdict not in _SILENT else None


def _narrated(turn: Turn, match: Match) -> LifeEvent | None:
    """The event told of, where it is likelier meant than the first of the procedures."""
    found = _found(turn, match)
    best = match.candidates[0].score if match.candidates else 0.0
    return found.event if found and found.score >= SURE and found.score > best else None


def beside(turn: Turn, match: Match) -> Rows:
    """A way to the event that the line may tell of, to stand beside the procedures found."""
    found = _found(turn, match)
    if found is None or found.score < BESIDE:
        return ()
    name = turn.say("🌱 {event}: step by step", event=found.event.name)
    return ((button(name, Event(event=found.event.id)),),)


def _found(turn: Turn, match: Match) -> Told | None:
    return None if match.verdict in _SILENT else turn.services.happenings.told(turn.text)


def _line(turn: Turn, step: LifeStep) -> Fact:
    library = turn.services.library
    names = [clip(library.label(code), _NAME) for code in step.together if library.known(code)]
    why = step.why
    if names:
        why = turn.say("{why}. Settled in the same go: {names}", why=why, names="; ".join(names))
    return Fact(label=clip(library.label(step.code), _NAME), text=why)


def _cards(turn: Turn, steps: Sequence[LifeStep]) -> Iterator[Button]:
    for step in steps:
        yield button(clip(turn.services.library.label(step.code), _NAME), Card(code=step.code))


def _further(turn: Turn, event: LifeEvent, number: int, count: int) -> Rows:
    if number + 1 < count:
        name = turn.say("What comes next ({page}/{pages})", page=number + 2, pages=count)
        return ((button(name, Event(event=event.id, page=number + 1)),),)
    return ((button(turn.say("📚 Procedures by field"), Browse()),),)
