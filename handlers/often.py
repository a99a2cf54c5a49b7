"""“Thủ tục hay hỏi ở xã tôi”: what people around here ask for most, by our own counts, then as we ship it."""

from datetime import timedelta

from handlers.answer import Answer
from handlers.language import Language
from handlers.outcome import Outcome
from handlers.presses import Browse, Card, Often
from handlers.reply import Paragraph
from handlers.screen import button, clip, column, screen
from handlers.turn import Turn
from knowledge.matching.match import Place
from motcua.clock import in_vietnam
from storage import asked

SPAN = timedelta(days=30)
"""How far back counts tell what is asked now."""

LEAST = 5
"""Answers from which a procedure is said to be asked here: fewer may be one person's own."""

MOST = 8
_NAME = 60


async def note(turn: Turn, answer: Answer) -> None:
    """Count what a typed question was answered with, by day and place; nothing of who asked."""
    code = answer.code
    if answer.outcome is not Outcome.ANSWERED or not (code and answer.codes):
        return
    place = turn.place
    await asked.note(
        turn.session,
        day=in_vietnam(turn.now).date(),
        province=place.province,
        commune=place.commune,
        code=code,
        chat=turn.message.chat,
    )


async def show(turn: Turn, press: Often) -> Answer:
    """The procedures, each a button."""
    counted = await _counted(turn)
    codes = [code for code in dict.fromkeys((*counted, *turn.services.often)) if _known(turn, code)][:MOST]
    text = _title(turn.say, turn.place) if counted else turn.say("What one-stop desks are asked for most:")
    buttons = [button(clip(turn.services.library.label(code), _NAME), Card(code=code)) for code in codes]
    rows = (*column(buttons), (button(turn.say("📚 Procedures by field"), Browse()),))
    reply = screen(turn.say, Paragraph(text=text), rows=rows, back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(here=press.encode()), outcome=Outcome.OFFERED)


async def _counted(turn: Turn) -> list[str]:
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
