"""“Gần tôi”: the one-stop desk of a shared place or of a told name; no address is ever invented."""

from handlers import residence, whereabouts
from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.presses import AtCommune, ForgetHome, MyHome, Nearby, Often, Person
from handlers.reply import Fact, Paragraph, Wish
from handlers.screen import button, column, screen
from handlers.state import Awaits, State
from handlers.turn import Turn
from knowledge.centres import Near, shipped
from knowledge.communes import today
from knowledge.matching.match import Place

CHOICES = 4
"""Communes around a shared place that are offered: a centre that is near need not be one's own."""


async def ask(turn: Turn, press: Nearby) -> Answer:
    """The desk of the commune one told, or which commune it is."""
    if turn.state.commune:
        return _desk(turn, turn.state)
    return _which(turn, turn.say("Share where you are, or type the name of your commune or ward:"))


async def shared(turn: Turn) -> Answer | None:
    """The communes around a shared place, to choose from; None where none was shared. It is not kept."""
    if turn.message.spot is None:
        return None
    around = shipped().around(*turn.message.spot, CHOICES)
    if not around:
        return _which(turn, turn.say("I know no commune there. Please type the name of yours:"))
    buttons = [button(f"{one.commune}, {one.province}", AtCommune(commune=one.digest)) for one in around]
    text = turn.say("These communes are around you. In which one are you? I have not kept where that is.")
    reply = screen(turn.say, Paragraph(text=text), rows=column(buttons), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(awaits=Awaits.NEAR), outcome=Outcome.CLARIFIED)


async def at(turn: Turn, press: AtCommune) -> Answer:
    """This one is mine: its desk, and the name is kept as if it had been told."""
    found = shipped().named(press.commune)
    return _desk(turn, _at(turn, found)) if found else await ask(turn, Nearby())


async def awaited(turn: Turn) -> Answer | None:
    """The line as the name that was asked for; None where it is about something else."""
    found = today(turn.text, turn.place.province) if turn.state.awaits is Awaits.NEAR else ()
    if not found:
        return None
    place = residence.home(found)
    if place is None or not place.commune:
        return whereabouts.told(turn, found)
    return _desk(turn, _lives(turn, place))


def _at(turn: Turn, found: Near) -> State:
    return _lives(turn, Place(province=found.province, commune=found.commune))


def _lives(turn: Turn, place: Place) -> State:
    return turn.state.model_copy(update={"province": place.province, "commune": place.commune})


def _which(turn: Turn, text: str) -> Answer:
    reply = screen(turn.say, Paragraph(text=text), back=turn.back)
    reply = reply.model_copy(update={"wish": Wish.SPOT})
    return Answer(replies=(reply,), state=turn.calm(awaits=Awaits.NEAR), outcome=Outcome.CLARIFIED)


def _desk(turn: Turn, state: State) -> Answer:
    """Which desk it is, what is settled there, and who knows its address."""
    say = turn.say
    place = f"{state.commune}, {state.province}"
    blocks = (
        Fact(label=say("Your one-stop desk"), text=say("the one-stop desk of {place}", place=place)),
        Fact(
            label=say("Address and hours"),
            text=say("I do not hold them. Call 1022, your province's information line, before you go."),
        ),
        Paragraph(text=say("I remember this place for your next questions.")),
    )
    rows = (
        (button(say("🔥 Often asked here"), Often()),),
        (button(say("Another place"), MyHome()), button(say("🗑 Forget this place"), ForgetHome())),
        (button(say("🙋 Talk to a person"), Person()),),
    )
    reply = screen(say, *blocks, rows=rows, back=turn.back)
    kept = {"province": state.province, "commune": state.commune}
    return Answer(replies=(reply,), state=turn.calm(**kept), outcome=Outcome.ANSWERED)
