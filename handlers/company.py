"""In company: what is personal is not answered where others read along, but in a chat of two."""

from handlers.answer import Answer
from handlers.errors import UnknownPressError
from handlers.outcome import Outcome
from handlers.press import Press, decode
from handlers.presses import (
    Because,
    Browse,
    Card,
    Choices,
    Event,
    Events,
    FactOf,
    Help,
    Home,
    Judge,
    More,
    Neither,
    NotThis,
    Often,
    Person,
    Privacy,
    Speak,
    Start,
    Tongues,
    Track,
)
from handlers.reply import Paragraph, Reply
from handlers.screen import button
from handlers.turn import Turn
from handlers.words import asks_where_a_dossier_is, menu_word
from knowledge.dossier_code import find
from storage.links import code_in

OPEN: tuple[type[Press], ...] = (
    Because,
    Browse,
    Card,
    Choices,
    Event,
    Events,
    FactOf,
    Help,
    Home,
    Judge,
    More,
    Neither,
    NotThis,
    Often,
    Person,
    Privacy,
    Speak,
    Start,
    Tongues,
)
"""What anybody may read along. Every other press is about one person, new kinds included."""


def personal(data: str) -> bool:
    """Whether a press is about one person's own matter; an unknown one is nobody's."""
    try:
        return not isinstance(decode(data), OPEN)
    except UnknownPressError:
        return False


async def apart(turn: Turn) -> Answer | None:
    """Ask the person into a chat of two; None where nobody reads along, or nothing is personal."""
    press = _personal_wish(turn) if turn.message.public else ""
    if not press:
        return None
    text = turn.say(
        "That is your own matter, and others read along here. Let us go on between the two of us:"
    )
    ways = ((button(turn.say("💬 Write to me in private"), decode(press)),),)
    reply = Reply(blocks=(Paragraph(text=text),), buttons=ways)
    code = bool(find(turn.text) or code_in(turn.text))
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.REFUSED, redact=code)


def _personal_wish(turn: Turn) -> str:
    """The press that stands for it; empty where the line or the press is nobody's own matter."""
    if turn.message.press:
        return turn.message.press if personal(turn.message.press) else ""
    if find(turn.text) or code_in(turn.text) or asks_where_a_dossier_is(turn.text):
        return Track().encode()
    press = menu_word(turn.text)
    return press.encode() if press and personal(press.encode()) else ""
