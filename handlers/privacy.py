"""What is kept of people, and why, in plain words."""

from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.presses import Erase, MyData, Privacy
from handlers.reply import Bullets, Paragraph
from handlers.screen import button, screen
from handlers.turn import Turn
from storage import questions


async def show(turn: Turn, press: Privacy) -> Answer:
    """The promise, and the ways to see and to erase."""
    say = turn.say
    kept = (
        say("what you write and what I answer, so that you can read it again"),
        say("your lists of papers, and what you have at hand only if you wish it"),
        say("dossiers you look up: never your numbers, only a print that cannot be read back"),
        say(
            "questions I could not answer and your 👍 👎: numbers masked, {days} days, to mend the guides",
            days=questions.KEPT.days,
        ),
    )
    never = say("I never ask for your identity number to answer, and I pass nothing on to anybody.")
    rows = (
        (button(say("👁 What is kept of me"), MyData()),),
        (button(say("🗑 Erase my data"), Erase()),),
    )
    reply = screen(
        say,
        Paragraph(text=say("Your privacy. I keep only what I need to help you:")),
        Bullets(items=kept),
        Paragraph(text=never),
        rows=rows,
        back=turn.back,
    )
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.ANSWERED, code=turn.at_hand or None)
