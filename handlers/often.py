"""“Thủ tục hay hỏi ở xã tôi”: what people around here ask for most, by our own counts, then as we ship it."""

from datetime import datetime, timedelta

from handlers.answer import Answer
from handlers.draft import Counted
from handlers.language import Language
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.presses import Browse, Card, Often
from handlers.reply import Paragraph
from handlers.screen import button, clip, column, screen
from handlers.turn import Turn
from knowledge.matching.match import Place
from motcua.clock import in_vietnam
from storage import asked
from storage.session import Session

SPAN = timedelta(days=30)
"""How far back counts tell what is asked now."""

LEAST = 5
"""Answers from which a procedure is said to be asked here: fewer may be one person's own."""

MOST = 8
_NAME = 60


def counted(turn: Turn, answer: Answer) -> Counted | None:
    """What counts as asked for: the procedure that a typed question was answered with."""
    code = answer.code
    answered = answer.outcome is Outcome.ANSWERED and answer.codes
    return Counted(code=code, place=turn.place) if answered and code else None


async def note(session: Session, message: Message, counted: Counted, now: datetime) -> None:
    """Count it by day and place; nothing of who asked."""
    await asked.note(
        session,
        day=in_vietnam(now).date(),
        province=counted.place.province,
        commune=counted.place.commune,
        code=counted.code,
        chat=message.chat,
    )


async def show(turn: Turn, press: Often) -> Answer:
    """The procedures, each a button."""
    asked_here = await _asked_here(turn)
    codes = [code for code in dict.fromkeys((*asked_here, *turn.services.often)) if _known(turn, code)][:MOST]
    text = _title(turn.say, turn.place) if asked_here else turn.say("What one-stop desks are asked for most:")
    buttons = [button(clip(turn.services.library.label(code), _NAME), Card(code=code)) for code in codes]
    rows = (*column(buttons), (button(turn.say("📚 Procedures by field"), Browse()),))
    reply = screen(turn.say, Paragraph(text=text), rows=rows, back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(here=press.encode()), outcome=Outcome.OFFERED)


async def _asked_here(turn: Turn) -> list[str]:
    place = turn.place
    return await asked.most(
        turn.session,
        since=in_vietnam(turn.now).date() - SPAN,
        province=place.province,
        commune=place.commune,
        least=LEAST,
        limit=MOST,
    )


def _known(turn: Turn, code: str) -> bool:
    return turn.services.library.known(code)


def _title(say: Language, place: Place) -> str:
    name = ", ".join(filter(None, (place.commune, place.province)))
    return say("Asked most in {place}:", place=name) if name else say("Asked most here:")
