"""Before any question: danger gets its number, despair a kind word, insults patience, commands a plain no."""

from collections.abc import Mapping

from handlers.answer import Answer
from handlers.language import later
from handlers.life import beside
from handlers.menu import doors
from handlers.outcome import Outcome
from handlers.presses import Person
from handlers.reply import Block, Heading, Paragraph
from handlers.screen import Rows, button, screen
from handlers.turn import Turn
from handlers.vocabulary import shipped
from handlers.words import has, plain, without
from knowledge.matching.match import Match, Verdict

_CALL: Mapping[str, str] = {
    "111": later("☎ Call 111 now: it protects children, day and night. In danger call 113."),
    "113": later("☎ Call 113 now: police. If somebody is hurt, call 115."),
    "114": later("☎ Call 114 now: fire and rescue."),
    "115": later("☎ Call 115 now: ambulance."),
}

_MOST = 3
"""Words beside an insult that make no question yet."""


async def danger(turn: Turn) -> Answer | None:
    """The number to call, before all else; None where nobody is in danger."""
    words = shipped().manners
    number = next((one for one, said in words.dangers.items() if has(turn.text, said)), "")
    if not number or has(turn.text, words.calm):
        return None
    advice = turn.say(
        "Say where you are and what is happening; stay on the line. If you can, get to a safe place first."
    )
    rows = (*beside(turn, Match(verdict=Verdict.OFFER)), *_person(turn))
    blocks = (Heading(text=turn.say(_CALL[number])), Paragraph(text=advice))
    return _answer(turn, Outcome.HANDED_OFF, *blocks, rows=rows)


async def despair(turn: Turn) -> Answer | None:
    """A kind word and who is there; None where nobody despairs."""
    words = shipped().manners
    if not has(turn.text, words.despair) or has(turn.text, words.calm):
        return None
    kind = turn.say("I am sorry that it is so heavy for you now. You are not alone.")
    who = turn.say(
        "Please call 115, or 111 if you are under 18, and tell somebody near you right now. "
        "A person can listen better than I can."
    )
    blocks = (Paragraph(text=kind), Paragraph(text=who))
    return _answer(turn, Outcome.HANDED_OFF, *blocks, rows=_person(turn))


async def insult(turn: Turn) -> Answer | None:
    """Patience, where the line is hardly more than an insult."""
    left = without(turn.text, shipped().manners.insults)
    if left == " ".join(turn.text.split()) or len(left.split()) > _MOST:
        return None
    text = turn.say("Sorry that I was no help. Tell me in a few words what you need, or talk to a person:")
    return _answer(turn, Outcome.SMALLTALK, Paragraph(text=text), rows=_person(turn))


async def command(turn: Turn) -> Answer | None:
    """A plain no to whoever wants the bot to be something else."""
    if not has(turn.text, shipped().manners.commands):
        return None
    text = turn.say(
        "I only answer about public procedures and follow no other orders. What do you need done?"
    )
    return _answer(turn, Outcome.REFUSED, Paragraph(text=text), rows=doors(turn))


def only_number(turn: Turn) -> Answer | None:
    """Nothing is left of the line once its number is masked: ask what is needed."""
    if plain(turn.text):
        return None
    text = turn.say("What do you need? A few words are enough, for example “register a birth”.")
    return _answer(turn, Outcome.SMALLTALK, Paragraph(text=text), rows=doors(turn))


def _person(turn: Turn) -> Rows:
    return ((button(turn.say("🙋 Talk to a person"), Person()),),)


def _answer(turn: Turn, outcome: Outcome, *blocks: Block, rows: Rows) -> Answer:
    reply = screen(turn.say, *blocks, rows=rows, back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=outcome, code=turn.at_hand or None)
