"""A few procedures to choose from, by a press or in words."""

from collections.abc import Sequence

from handlers.alternatives import Alternative, alternatives, meant
from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.press import Press
from handlers.presses import Card, Choices, Neither, NotThis
from handlers.reply import Block, Bullets, Button, Paragraph, Reply
from handlers.screen import Rows, button, clip, column, screen
from handlers.turn import Turn
from knowledge.procedure import Procedure

MOST = 4
"""More than four cannot be told apart at a glance."""

_MOST_SIBLINGS = 6
_NAME = 60


async def again(turn: Turn, press: Choices) -> Answer:
    """The same choice again, for who comes back from a card."""
    among = await alternatives(turn, press.codes)
    reply = choices(turn, turn.say("Which of these do you need?"), among, back=turn.back)
    state = turn.calm(code="", asked=_codes(among), aspects=turn.state.aspects, here=press.encode())
    return Answer(replies=(reply,), state=state, outcome=Outcome.CLARIFIED)


async def not_this(turn: Turn, press: NotThis, procedure: Procedure) -> Answer:
    """What is easily taken for this procedure, then what the question might have meant besides."""
    among = await mistakable(turn, press, procedure)
    text = turn.say("Not “{name}”? Perhaps one of these:", name=clip(procedure.name, _NAME))
    if not among:
        text = turn.say("Then I do not know yet which one you mean. Please tell me in other words.")
    reply = choices(turn, text, among, back=Card(code=press.code, others=press.others))
    state = turn.about(procedure.code, press.others).model_copy(
        update={"asked": _codes(among), "here": press.encode()}
    )
    return Answer(replies=(reply,), state=state, outcome=Outcome.OFFERED, code=procedure.code)


async def mistakable(turn: Turn, press: NotThis, procedure: Procedure) -> tuple[Alternative, ...]:
    """The procedures that this one may have been taken for: its siblings, then the other candidates."""
    siblings = [one.code for one in procedure.guide.siblings] if procedure.guide else []
    codes = [one for one in dict.fromkeys((*siblings, *press.others)) if one != press.code]
    return (await alternatives(turn, codes, beside=press.code))[:_MOST_SIBLINGS]


async def chosen_in_words(turn: Turn) -> Card | None:
    """The one of the procedures last offered whose name or telling words hold the whole line."""
    if not turn.state.asked:
        return None
    found = meant(await alternatives(turn, turn.state.asked, beside=turn.at_hand), turn.text)
    return Card(code=found[0].code) if len(found) == 1 else None


def choices(turn: Turn, text: str, among: Sequence[Alternative], *, rows: Rows = (), back: Press) -> Reply:
    """A reply that lets choose; ``rows`` are other ways beside the procedures."""
    items = tuple(f"{one.label}: {one.tell}" if one.tell else one.label for one in among)
    blocks: list[Block] = [Paragraph(text=text), *([Bullets(items=items)] if items else [])]
    ways = (*column(_buttons(among)), *rows, (button(turn.say("None of these"), Neither()),))
    return screen(turn.say, *blocks, rows=ways, back=back)


def _buttons(among: Sequence[Alternative]) -> list[Button]:
    """Each carries the others, so that its card can lead back to them."""
    codes = _codes(among)
    return [
        button(one.label, Card(code=one.code, others=tuple(code for code in codes if code != one.code)[:3]))
        for one in among
    ]


def _codes(among: Sequence[Alternative]) -> tuple[str, ...]:
    return tuple(one.code for one in among)
