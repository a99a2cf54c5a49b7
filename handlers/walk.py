"""The walk through one's own case: a question at a time, then the papers."""

from handlers import checklist, own_papers
from handlers.answer import Answer
from handlers.needed import UNKNOWN, open_question, question
from handlers.outcome import Outcome
from handlers.press import Press
from handlers.presses import Card, Choose, Question, Restart, Walk
from handlers.reply import Paragraph
from handlers.screen import button, column, screen
from handlers.turn import Turn
from knowledge.guide import Question as Asked
from knowledge.procedure import Procedure
from storage import checklists
from storage.checklists import Checklist


async def start(turn: Turn, press: Walk, procedure: Procedure) -> Answer:
    """Go on where the person stopped: the next open question, or the checklist."""
    return await _onward(turn, await _list(turn, procedure), procedure)


async def ask(turn: Turn, press: Question, procedure: Procedure) -> Answer:
    """One question, asked for the first time or to change its answer."""
    asked = question(procedure, press.question)
    if asked is None:
        return await start(turn, Walk(code=procedure.code), procedure)
    return _asking(turn, procedure, asked)


async def choose(turn: Turn, press: Choose, procedure: Procedure) -> Answer:
    """Keep an answer and go on. A choice that the guide no longer has is asked anew."""
    asked = question(procedure, press.question)
    if asked is None or press.choice not in (UNKNOWN, *(one.id for one in asked.choices)):
        return await _onward(
            turn, await _list(turn, procedure), procedure, turn.say("That question has changed since.")
        )
    kept = await checklists.answer(
        turn.session,
        turn.message.channel,
        turn.message.chat,
        (await _list(turn, procedure)).id,
        question=press.question,
        choice=press.choice,
        now=turn.now,
    )
    opening = _comfort(turn) if press.choice == UNKNOWN else ""
    return await _onward(turn, kept or await _list(turn, procedure), procedure, opening)


async def restart(turn: Turn, press: Restart, kept: Checklist, procedure: Procedure) -> Answer:
    """Forget answers and ticks, and begin with the first question."""
    channel, chat = turn.message.channel, turn.message.chat
    emptied = await checklists.restart(turn.session, channel, chat, kept.id, now=turn.now)
    return await _onward(turn, emptied or kept, procedure, turn.say("Done: the list begins anew."))


async def _onward(turn: Turn, kept: Checklist, procedure: Procedure, opening: str = "") -> Answer:
    asked = open_question(procedure, kept.answers)
    if asked is None:
        return await checklist.view(turn, kept, procedure, opening=opening)
    return _asking(turn, procedure, asked, opening)


def _asking(turn: Turn, procedure: Procedure, asked: Asked, opening: str = "") -> Answer:
    others = turn.others(procedure.code)
    number, count, back = _place(procedure, asked, others)
    blocks = (
        *([Paragraph(text=opening)] if opening else []),
        Paragraph(
            text=turn.say("{number}/{count}. {question}", number=number, count=count, question=asked.text)
        ),
        *([Paragraph(text=asked.help)] if asked.help else []),
    )
    buttons = [
        button(one.label, Choose(code=procedure.code, question=asked.id, choice=one.id))
        for one in asked.choices
    ]
    unsure = button(turn.say("Not sure"), Choose(code=procedure.code, question=asked.id, choice=UNKNOWN))
    reply = screen(turn.say, *blocks, rows=column([*buttons, unsure]), back=back)
    state = turn.about(procedure.code, others)
    return Answer(replies=(reply,), state=state, outcome=Outcome.CLARIFIED, code=procedure.code)


def _place(procedure: Procedure, asked: Asked, others: tuple[str, ...]) -> tuple[int, int, Press]:
    """Which question of how many this is, and the step before it."""
    slugs = [one.id for one in procedure.guide.ask] if procedure.guide else [asked.id]
    index = slugs.index(asked.id)
    if index == 0:
        return 1, len(slugs), Card(code=procedure.code, others=others)
    return index + 1, len(slugs), Question(code=procedure.code, question=slugs[index - 1])


def _comfort(turn: Turn) -> str:
    return turn.say(
        "That is all right: I list the papers of every case, and the desk will tell you which you need."
    )


async def _list(turn: Turn, procedure: Procedure) -> Checklist:
    return await checklists.start(
        turn.session,
        turn.message.channel,
        turn.message.chat,
        procedure.code,
        turn.now,
        ticks=await own_papers.known(turn, procedure),
    )
