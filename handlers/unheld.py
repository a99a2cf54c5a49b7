"""What Một Cửa does not answer: not in the catalogue, out of its field, or not to be answered at all."""

from handlers.answer import Answer
from handlers.menu import doors
from handlers.outcome import Outcome
from handlers.presses import Person
from handlers.reply import Block, Bullets, Fact, Heading, Paragraph
from handlers.screen import button, screen
from handlers.turn import Turn


def absent(turn: Turn, key: str) -> Answer | None:
    """A known errand that the catalogue does not hold: what it is and where it is done."""
    entry = next((one for one in turn.services.absent if one.key == key), None)
    if entry is None:
        return None
    blocks: list[Block] = [Heading(text=entry.name), Paragraph(text=entry.answer)]
    if entry.where:
        blocks.append(Fact(label=turn.say("Where to go"), text=entry.where))
    rows = ((button(turn.say("🙋 Talk to a person"), Person()),),)
    reply = screen(turn.say, *blocks, rows=rows, back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(code=""), outcome=Outcome.ABSENT)


def out_of_scope(turn: Turn) -> Answer:
    """Something else entirely."""
    say = turn.say
    can = (
        say("find the right procedure: papers, fee, time and place"),
        say("list the papers of your own case, for you to tick off"),
        say("tell you where your dossier is"),
    )
    blocks = (
        Paragraph(text=say("That is not something I know about. What I can do:")),
        Bullets(items=can),
        Paragraph(text=say("For other matters call 1022, your province's information line.")),
    )
    reply = screen(say, *blocks, rows=doors(turn), back=turn.back)
    state = turn.calm()
    return Answer(replies=(reply,), state=state, outcome=Outcome.OUT_OF_SCOPE, code=turn.at_hand or None)


def refused(turn: Turn) -> Answer:
    """Something that nobody should be helped with, or a command to the bot."""
    say = turn.say
    no = say("I cannot help with that. I am happy to help with public procedures, papers and dossiers.")
    reply = screen(say, Paragraph(text=no), rows=doors(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.REFUSED, code=turn.at_hand or None)
