"""What did not work out, said plainly, with ways on: a miss, an old button, something that is gone."""

from handlers.answer import Answer
from handlers.feedback import in_vain
from handlers.menu import doors
from handlers.outcome import Outcome
from handlers.presses import Browse, Card, Events, Neither, Person
from handlers.reply import Bullets, Paragraph
from handlers.screen import Rows, button, clip, column, screen
from handlers.turn import Turn
from knowledge.matching.match import Aspect

_NAME = 48


async def neither(turn: Turn, press: Neither) -> Answer:
    """None of the procedures offered was the right one: the question found nothing."""
    await in_vain(turn, Outcome.OFFERED, turn.state.question if turn.state.asked else "")
    return lost(turn)


def lost(turn: Turn) -> Answer:
    """The question found nothing. The second time in a row other ways come first, and a person."""
    say, misses = turn.say, turn.state.misses + 1
    if misses > 1:
        text = say(
            "I still do not get it, sorry. "
            "You can look by what happens in your life, by field, or talk to a person:"
        )
        reply = screen(say, Paragraph(text=text), rows=_ways_on(turn), back=turn.back)
    else:
        text = say("I am not sure what you need. Tell me what you want to do, and for whom:")
        examples = (
            say("“register a birth for my son”"),
            say("“I lost my identity card”"),
            say("“transfer a motorbike licence from another province”"),
        )
        reply = screen(
            say, Paragraph(text=text), Bullets(items=examples), rows=_ways_on(turn), back=turn.back
        )
    state = turn.calm(misses=misses)
    return Answer(replies=(reply,), state=state, outcome=Outcome.OFFERED, code=turn.at_hand or None)


def no_subject(turn: Turn, aspects: tuple[Aspect, ...] = ()) -> Answer:
    """A question about nothing, "how long does it take" as a first line, is asked back: but once only."""
    code = turn.state.code
    if turn.services.library.known(code) and turn.state.asked != (code,):
        return _let_go(turn, code, aspects)
    if turn.state.misses:
        return lost(turn)
    text = turn.say("Which procedure is that about? Name it in a few words, for example “register a birth”.")
    reply = screen(turn.say, Paragraph(text=text), rows=_ways_on(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(misses=1), outcome=Outcome.CLARIFIED)


def _let_go(turn: Turn, code: str, aspects: tuple[Aspect, ...]) -> Answer:
    """What was spoken of is too long ago to be meant for sure: it is offered, not taken for granted."""
    name = clip(turn.services.library.label(code), _NAME)
    text = turn.say("Last time we talked of “{name}”. Is it about that? If not, name another one.", name=name)
    again = ((button(turn.say("↩ {name}", name=name), Card(code=code)),),)
    reply = screen(turn.say, Paragraph(text=text), rows=(*again, *_ways_on(turn)), back=turn.back)
    state = turn.calm(asked=(code,), aspects=aspects)
    return Answer(replies=(reply,), state=state, outcome=Outcome.CLARIFIED)


def old_press(turn: Turn) -> Answer:
    """A button that nobody knows any more."""
    return _gone(turn, turn.say("I no longer know this button. Please choose again:"))


def gone_procedure(turn: Turn) -> Answer:
    """A button for a procedure that is no longer held."""
    return _gone(turn, turn.say("That procedure is no longer in the catalogue. Please ask me again:"))


def gone_checklist(turn: Turn) -> Answer:
    """A button for a checklist that is not there, or is somebody else's."""
    return _gone(turn, turn.say("That list is no longer kept. You can begin a new one:"))


def apology(turn: Turn) -> Answer:
    """A fault of ours: what the person wrote is kept, and they may try again."""
    text = turn.say("Sorry, something went wrong on my side. Please send that once more, or call 1022.")
    reply = screen(turn.say, Paragraph(text=text), rows=doors(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.state, outcome=Outcome.FAILED, code=turn.at_hand or None)


def _gone(turn: Turn, text: str) -> Answer:
    reply = screen(turn.say, Paragraph(text=text), rows=doors(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.OFFERED, code=turn.at_hand or None)


def _ways_on(turn: Turn) -> Rows:
    return column(
        (
            button(turn.say("🌱 Events in life"), Events()),
            button(turn.say("📚 Procedures by field"), Browse()),
            button(turn.say("🙋 Talk to a person"), Person()),
        )
    )
