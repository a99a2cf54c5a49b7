"""Where the person lives, as they said: kept with the chat, changed at a word, forgotten at a press."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from handlers import whereabouts
from handlers.answer import Answer
from handlers.ask import ask
from handlers.outcome import Outcome
from handlers.presses import ForgetHome, MyHome
from handlers.reply import Block, Bullets, Paragraph
from handlers.screen import button, screen
from handlers.state import Awaits, State
from handlers.turn import Turn
from handlers.words import is_place_word, plain, tells_home
from knowledge.communes import Today, today
from knowledge.gazetteer import Tier
from knowledge.matching.match import Place, Verdict

_QUESTION = (Verdict.ANSWER, Verdict.CLARIFY, Verdict.ABSENT)
"""Verdicts on the rest of a line that make it a question of its own."""


async def told(turn: Turn) -> Answer | None:
    """“Nhà em ở huyện Núi Thành”: keep it, and answer what else the line asks; None where no home is told."""
    where = "" if turn.message.public else tells_home(turn.text)
    found = today(where) if where else ()
    if not found:
        return None
    place = home(found)
    if place is None:
        return _several(turn, found)
    turn = replace(turn, state=_at(turn, place))
    rest = _rest(where, found)
    if rest and turn.services.matcher.match(rest, place).verdict in _QUESTION:
        return await ask(replace(turn, message=replace(turn.message, text=rest)))
    return _kept(turn)


async def awaited(turn: Turn) -> Answer | None:
    """The line as the place that was asked for; None where it is about something else."""
    found = today(turn.text) if turn.state.awaits is Awaits.HOME else ()
    if not found:
        return None
    place = home(found)
    return _kept(replace(turn, state=_at(turn, place))) if place else _several(turn, found)


async def show(turn: Turn, press: MyHome) -> Answer:
    """Which place is kept, and how to tell another."""
    if not turn.state.province:
        return whereabouts.unknown(turn, Awaits.HOME)
    return _kept(turn, awaits=Awaits.HOME)


async def forget(turn: Turn, press: ForgetHome) -> Answer:
    """Keep no place."""
    text = turn.say("Done: I no longer know where you live.")
    reply = screen(turn.say, Paragraph(text=text), back=turn.back)
    state = turn.calm(province="", commune="")
    return Answer(replies=(reply,), state=state, outcome=Outcome.ANSWERED, code=turn.at_hand or None)


def home(found: Sequence[Today]) -> Place | None:
    """The one place that is meant, as near as it is clear; None where even the province is not."""
    if len({one.province for one in found}) > 1:
        return None
    sure = len(found) == 1 and found[0].tier is Tier.COMMUNE and len(found[0].communes) == 1
    commune = found[0].communes[0] if sure else ""
    return Place(province=found[0].province, commune=commune[:1].upper() + commune[1:])


def _at(turn: Turn, place: Place) -> State:
    return turn.state.model_copy(update={"province": place.province, "commune": place.commune})


def _rest(where: str, found: Sequence[Today]) -> str:
    """What the line goes on to say after the place."""
    told = [name for one in found for name in (one.former, one.province, *one.communes)]
    names = {word for name in told for word in plain(name).split()}
    left = dropwhile(lambda word: plain(word) in names or is_place_word(word), where.split())
    return " ".join(left)


def _kept(turn: Turn, awaits: Awaits = Awaits.ANYTHING) -> Answer:
    name = ", ".join(filter(None, (turn.state.commune, turn.state.province)))
    text = turn.say("I remember: you live in {place}. I look for what holds there.", place=name)
    change = turn.say("Moved? Just type the new place. What do you need?")
    rows = ((button(turn.say("🗑 Forget this place"), ForgetHome()),),)
    reply = screen(turn.say, Paragraph(text=text), Paragraph(text=change), rows=rows, back=turn.back)
    return Answer(
        replies=(reply,),
        state=turn.calm(awaits=awaits),
        outcome=Outcome.ANSWERED,
        code=turn.at_hand or None,
    )


def _several(turn: Turn, found: Sequence[Today]) -> Answer:
    lines = tuple(whereabouts.sentence(turn.say, one) for one in found[: whereabouts.MOST])
    text = turn.say("Several places have that name. Type its district and province too:")
    blocks: list[Block] = [Paragraph(text=text), Bullets(items=lines)]
    reply = screen(turn.say, *blocks, back=turn.back)
    state = turn.calm(awaits=Awaits.HOME)
    return Answer(replies=(reply,), state=state, outcome=Outcome.CLARIFIED, code=turn.at_hand or None)
