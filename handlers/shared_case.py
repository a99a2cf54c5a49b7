"""A case that somebody shared: the answers, without whose they are and without what was ticked off.

In a link the case is one sign a question and a digest of the questions: ``12_3fa9`` says the first choice,
the second, "I do not know". Where the guide asks otherwise by now the digest tells, and it is asked anew.
"""

from collections.abc import Mapping
from zlib import crc32

from handlers import checklist, walk
from handlers.answer import Answer
from handlers.needed import UNKNOWN
from handlers.outcome import Outcome
from handlers.presses import Card, OpenList, SharedCase, TakeCase, Walk
from handlers.reply import Paragraph
from handlers.screen import button, column, screen
from handlers.turn import Turn
from knowledge.guide import Question
from knowledge.procedure import Procedure
from storage import checklists
from storage.checklists import Checklist

_OPEN = "0"
_DIGEST = 4


def pack(procedure: Procedure, answers: Mapping[str, str]) -> str:
    """The answers in short."""
    return "".join(_sign(one, answers) for one in _asked(procedure)) + _digest(procedure)


def unpack(procedure: Procedure, case: str) -> Mapping[str, str] | None:
    """The answers again; None where the guide asks something else by now."""
    signs, digest = case[:-_DIGEST], case[-_DIGEST:]
    if digest != _digest(procedure) or len(signs) != len(_asked(procedure)):
        return None
    read = {one.id: _answer(one, sign) for one, sign in zip(_asked(procedure), signs, strict=True)}
    return {slug: answer for slug, answer in read.items() if answer}


async def opened(turn: Turn, press: SharedCase, procedure: Procedure) -> Answer:
    """The checklist of that case. A list of one's own with other answers is not touched without asking."""
    answers = unpack(procedure, press.case)
    if answers is None:
        return await walk.start(turn, Walk(code=procedure.code), procedure)
    kept = await _list(turn, procedure)
    if dict(kept.answers) == answers:
        return await _onward(turn, procedure, kept)
    if kept.answers or kept.ticks:
        return _ask(turn, press, kept, procedure)
    return await _onward(turn, procedure, await _filled(turn, kept, answers))


async def take(turn: Turn, press: TakeCase, procedure: Procedure) -> Answer:
    """The shared case in the place of one's own."""
    answers = unpack(procedure, press.case)
    if answers is None:
        return await walk.start(turn, Walk(code=procedure.code), procedure)
    kept = await _list(turn, procedure)
    emptied = await checklists.restart(turn.session, *_chat(turn), kept.id, now=turn.now)
    return await _onward(turn, procedure, await _filled(turn, emptied or kept, answers))


async def _onward(turn: Turn, procedure: Procedure, kept: Checklist) -> Answer:
    if not kept.answers:
        return await walk.start(turn, Walk(code=procedure.code), procedure)
    return await checklist.view(turn, kept, procedure)


def _ask(turn: Turn, press: SharedCase, kept: Checklist, procedure: Procedure) -> Answer:
    text = turn.say(
        "You have a list of your own for “{name}”, with other answers. Which one shall I open?",
        name=procedure.name,
    )
    ways = (
        button(turn.say("My own list"), OpenList(checklist=kept.id)),
        button(turn.say("The shared one, instead of mine"), TakeCase(code=press.code, case=press.case)),
    )
    reply = screen(turn.say, Paragraph(text=text), rows=column(ways), back=Card(code=procedure.code))
    return Answer(
        replies=(reply,), state=turn.about(procedure.code), outcome=Outcome.CLARIFIED, code=procedure.code
    )


async def _list(turn: Turn, procedure: Procedure) -> Checklist:
    return await checklists.start(turn.session, *_chat(turn), procedure.code, turn.now)


async def _filled(turn: Turn, kept: Checklist, answers: Mapping[str, str]) -> Checklist:
    for question, choice in answers.items():
        changed = await checklists.answer(
            turn.session, *_chat(turn), kept.id, question=question, choice=choice, now=turn.now
        )
        kept = changed or kept
    return kept


def _chat(turn: Turn) -> tuple[str, str]:
    return turn.message.channel, turn.message.chat


def _asked(procedure: Procedure) -> tuple[Question, ...]:
    return procedure.guide.ask if procedure.guide else ()


def _sign(asked: Question, answers: Mapping[str, str]) -> str:
    answer = answers.get(asked.id, "")
    if answer == UNKNOWN:
        return UNKNOWN
    slugs = [one.id for one in asked.choices]
    return str(slugs.index(answer) + 1) if answer in slugs else _OPEN


def _answer(asked: Question, sign: str) -> str:
    if sign == UNKNOWN:
        return UNKNOWN
    number = int(sign) if sign.isdigit() else 0
    return asked.choices[number - 1].id if 1 <= number <= len(asked.choices) else ""


def _digest(procedure: Procedure) -> str:
    """Of what is asked and in which order: the case means something else once that changes."""
    named = "\n".join(f"{one.id}:{','.join(c.id for c in one.choices)}" for one in _asked(procedure))
    return f"{crc32(named.encode()):08x}"[:_DIGEST]
