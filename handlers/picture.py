"""A picture that was sent: what its QR code says is taken as typed. Of the picture nothing is kept."""

import re
from dataclasses import replace

from handlers import dossier
from handlers.answer import Answer
from handlers.deep_links import read_of_a_stranger, within
from handlers.message import Kind
from handlers.outcome import Outcome
from handlers.press import decode
from handlers.presses import Track
from handlers.reply import Paragraph
from handlers.routes import pressed
from handlers.screen import button, screen
from handlers.turn import Turn
from knowledge.dossier_code import find
from storage import links

_LONGEST = 60
"""Characters of a foreign code that are said back."""

_FIELDS_OF_A_CARD = 5
"""Bars between the fields of an identity card's code, or more."""

_RISKY = re.compile(r"\d{6}|://|www\.|@", re.IGNORECASE)
"""Numbers that may be somebody's, and addresses that may lead anywhere."""


async def seen(turn: Turn) -> Answer | None:
    """What a picture asks for; None where none was sent."""
    if turn.message.kind is not Kind.PICTURE:
        return None
    return await _link(turn) or await _dossier(turn) or _foreign(turn)


async def _link(turn: Turn) -> Answer | None:
    """A link of ours, from a poster, a printed list or a message."""
    payload = within(turn.text)
    if not payload:
        return None
    opening = read_of_a_stranger(payload)
    if opening.press:
        return await pressed(turn, decode(opening.press))
    return await _dossier(replace(turn, message=replace(turn.message, text=opening.text)))


async def _dossier(turn: Turn) -> Answer | None:
    """A receipt: its code asks for the proof as a typed one does."""
    ours = links.code_in(turn.text) or find(turn.text)
    return await dossier.code_given(turn) if ours else None


def _foreign(turn: Turn) -> Answer:
    """Why there is nothing to do with it, and what to do instead."""
    look_up = button(turn.say("🔎 Look up a dossier"), Track())
    text = Paragraph(text=_why(turn))
    reply = screen(turn.say, text, rows=((look_up,),), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.REFUSED, code=turn.at_hand or None)


def _why(turn: Turn) -> str:
    say, text = turn.say, turn.text
    if not text:
        return say(
            "I found no QR code on that picture, and I cannot read anything else on it. "
            "Take it again from straight above, in good light, or type the code."
        )
    if text.count("|") >= _FIELDS_OF_A_CARD:
        return say("That is the code of an identity card. I never need it, and I kept nothing of it.")
    if len(text) > _LONGEST or _RISKY.search(text):
        return say("There is a code on it, but none that I know. I kept nothing of it.")
    return say("The code says “{words}”. I do not know it. Please write me what you need.", words=text)
