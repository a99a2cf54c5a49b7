"""“Không phải, ý mình là cấp lại”: not this one, and perhaps at once which one instead."""

from dataclasses import replace

from handlers import choosing
from handlers.alternatives import meant
from handlers.answer import Answer
from handlers.ask import ask
from handlers.card import answer
from handlers.choosing import MOST
from handlers.kin import is_kin, joined, siblings
from handlers.outcome import Outcome
from handlers.presses import NotThis
from handlers.turn import Turn
from handlers.words import after_not_this
from knowledge.matching.match import Match, Verdict
from knowledge.procedure import Procedure

_LOOKED_AT = 3

_CERTAIN = 0.9
"""From this score on what was denied has no say in what is meant."""


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
    corrected = replace(turn, message=replace(turn.message, text=rest))
    match = turn.services.matcher.match(rest, turn.place)
    if not match.subject and match.aspects:
        return await ask(corrected)
    kin = await _among_kin(turn, procedure, match, rest)
    if kin is not None and not _speaks_for_itself(match):
        return answer(turn, kin, others=(procedure.code,), aspects=match.aspects)
    asked = await ask(replace(corrected, state=turn.state.model_copy(update={"code": ""})))
    again = asked.code == procedure.code and asked.outcome is Outcome.ANSWERED
    denied = again or asked.outcome is Outcome.OUT_OF_SCOPE
    return await choosing.not_this(turn, press, procedure) if denied else asked


def _speaks_for_itself(match: Match) -> bool:
    """Whether the rest needs no old name: it names a procedure for certain, or nothing of ours at all."""
    if match.verdict is Verdict.ANSWER:
        return match.candidates[0].score >= _CERTAIN and len(match.subject) > 1
    return match.verdict is Verdict.OUT_OF_SCOPE and bool(match.subject)


async def _among_kin(turn: Turn, procedure: Procedure, match: Match, rest: str) -> Procedure | None:
    """What the rest names, by itself or read with the old name, if that is another one of its kind."""
    named = joined(replace(turn, message=replace(turn.message, text=rest)), procedure)
    first = [one.code for one in match.candidates[:1] if one.code in siblings(procedure)]
    alone = [one.code for one in match.candidates]
    near = [one.code for one in named.candidates[:_LOOKED_AT]]
    for code in (*first, *(one for one in near if one in alone), *alone[:MOST], *near):
        found = await turn.services.library.find(code)
        if found and found.code != procedure.code and is_kin(procedure, found):
            return found
    return None
