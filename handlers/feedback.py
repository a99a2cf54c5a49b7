"""What people think of an answer, and what found none: noted for officers, with its numbers masked."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import choosing
from handlers.answer import Answer
from handlers.digits import masked
from handlers.language import Language, later
from handlers.outcome import Outcome
from handlers.presses import Because, Card, Judge, NotThis, Why
from handlers.reply import Paragraph, Reply
from handlers.screen import button, column, screen
from handlers.state import State
from handlers.turn import Turn
from knowledge.procedure import Procedure
from storage import questions
from storage.questions import Asked, Opinion

_IN_VAIN = (Outcome.OUT_OF_SCOPE, Outcome.ABSENT)

_WHY: Mapping[Why, str] = {
    Why.OTHER_PROCEDURE: later("I meant another procedure"),
    Why.UNCLEAR: later("Hard to understand"),
    Why.WRONG: later("Something is wrong or out of date"),
    Why.MISSING: later("What I asked is missing"),
}


async def noted(turn: Turn, answer: Answer) -> Answer:
    """The answer with two thumbs under it; a question that found nothing is noted instead."""
    question = masked(turn.text)[: questions.LONGEST]
    answer = replace(answer, state=answer.state.model_copy(update={"question": question}))
    if answer.outcome in _IN_VAIN or (answer.state.misses and answer.outcome is not Outcome.CLARIFIED):
        await in_vain(turn, answer.outcome, question)
    if answer.outcome is Outcome.ANSWERED and answer.code:
        first, *others = answer.replies
        return replace(answer, replies=(_with_thumbs(turn.say, first, answer.code), *others))
    return answer


async def in_vain(turn: Turn, outcome: Outcome, question: str) -> None:
    """Note a question that found nothing; one that was said nowhere is none."""
    if question:
        await _note(turn, Asked(at=turn.now, text=question, outcome=outcome))


async def judge(turn: Turn, press: Judge, procedure: Procedure) -> Answer:
    """Thanks for a thumb up; a thumb down is asked why."""
    opinion = Opinion.GOOD if press.good else Opinion.BAD
    await _judged(turn, press.code, opinion)
    if press.good:
        return _thanks(turn, procedure, turn.say("Thank you, I am glad that it helped."))
    text = turn.say("Thank you for saying so. What was not right?")
    rows = column(button(turn.say(label), Because(code=press.code, why=why)) for why, label in _WHY.items())
    reply = screen(turn.say, Paragraph(text=text), rows=rows, back=_card(turn, procedure))
    return Answer(replies=(reply,), state=_state(turn, procedure), outcome=Outcome.SMALLTALK)


async def because(turn: Turn, press: Because, procedure: Procedure) -> Answer:
    """Keep the reason; who meant another procedure is led to it at once."""
    await _judged(turn, press.code, Opinion.BAD, press.why)
    if press.why is Why.OTHER_PROCEDURE:
        others = turn.others(press.code)
        return await choosing.not_this(turn, NotThis(code=press.code, others=others), procedure)
    text = turn.say("Thank you. Officers read this and mend the guide. For now you may ask the desk or 1022.")
    return _thanks(turn, procedure, text)


def _with_thumbs(say: Language, reply: Reply, code: str) -> Reply:
    """Two thumbs above the ways out."""
    thumbs = (
        button(say("👍 That helped"), Judge(code=code, good=1)),
        button(say("👎 Not what I need"), Judge(code=code, good=0)),
    )
    *rows, ways = reply.buttons
    return reply.model_copy(update={"buttons": (*rows, thumbs, ways)})


def _thanks(turn: Turn, procedure: Procedure, text: str) -> Answer:
    reply = screen(turn.say, Paragraph(text=text), back=_card(turn, procedure))
    return Answer(
        replies=(reply,),
        state=_state(turn, procedure),
        outcome=Outcome.SMALLTALK,
        code=procedure.code,
    )


async def _judged(turn: Turn, code: str, opinion: Opinion, reason: str = "") -> None:
    """A press of another day judges an answer whose question is no longer known: its text stays empty."""
    text = turn.state.question if turn.state.code == code else ""
    asked = Asked(at=turn.now, text=text, outcome=Outcome.ANSWERED, code=code, opinion=opinion, reason=reason)
    await _note(turn, asked)


async def _note(turn: Turn, asked: Asked) -> None:
    await questions.note(turn.session, turn.message.channel, turn.message.chat, asked)


def _card(turn: Turn, procedure: Procedure) -> Card:
    return Card(code=procedure.code, others=turn.others(procedure.code))


def _state(turn: Turn, procedure: Procedure) -> State:
    return turn.about(procedure.code, turn.others(procedure.code))
