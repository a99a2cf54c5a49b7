"""A kind word to what cannot be read yet: voices, files, stickers."""

from collections.abc import Mapping

from handlers.answer import Answer
from handlers.language import later
from handlers.message import Kind
from handlers.outcome import Outcome
from handlers.reply import Paragraph
from handlers.screen import screen
from handlers.turn import Turn

_WHY: Mapping[Kind, str] = {
    Kind.VOICE: later("I cannot listen yet."),
    Kind.FILE: later("I cannot open files yet."),
    Kind.STICKER: later("That sticker says more than I understand."),
    Kind.LOCATION: later("I cannot read places on a map yet."),
    Kind.EDIT: later("I do not read a message again once it was sent."),
    Kind.OTHER: later("I cannot read that yet."),
}


async def unread(turn: Turn) -> Answer | None:
    """Why it was not read, and what to do instead; None for words and presses."""
    if turn.message.kind not in _WHY:
        return None
    why = turn.say(_WHY[turn.message.kind])
    text = turn.say("{why} Please write me in a line what you need.", why=why)
    reply = screen(turn.say, Paragraph(text=text), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.REFUSED, code=turn.at_hand or None)
