"""“Không phải, ý mình là cấp lại”: not this one, and perhaps at once which one instead."""

from dataclasses import replace

from handlers import choosing
from handlers.alternatives import meant
from handlers.answer import Answer
from handlers.ask import ask
from handlers.card import answer
from handlers.context import UNSURE
from handlers.outcome import Outcome
from handlers.presses import NotThis
from handlers.turn import Turn
from handlers.words import after_not_this, asks_on
from knowledge.procedure import Procedure


async def corrected(turn: Turn) -> Answer | None:
    """The line as a correction of the procedure at hand; None where it is none."""
    rest = after_not_this(turn.text)
    procedure = await turn.services.library.find(turn.at_hand) if rest is not None and turn.at_hand else None
    if rest is None or procedure is None:
        return None
    press = NotThis(code=procedure.code, others=turn.state.others)
    if not rest:
        return await choosing.not_this(turn, press, procedure)
    return await _instead(turn, press, procedure, rest)


async def _instead(turn: Turn, press: NotThis, procedure: Procedure, rest: str) -> Answer:
    """The one sibling that the rest tells, or what it asks for, read with the old name where unclear."""
    found = meant(await choosing.mistakable(turn, press, procedure), rest)
    other = await turn.services.library.find(found[0].code) if len(found) == 1 else None
    if other is not None:
        return answer(turn, other, others=(procedure.code,))
    if not (asks_on(rest) or _clear(turn, rest)):
        rest = f"{rest} {procedure.name}"
    asked = await ask(replace(turn, message=replace(turn.message, text=rest)))
    denied = asked.code == procedure.code and asked.outcome is Outcome.ANSWERED and not asks_on(rest)
    return await choosing.not_this(turn, press, procedure) if denied else asked


def _clear(turn: Turn, line: str) -> bool:
    return turn.services.matcher.match(line, turn.place).verdict not in UNSURE
