"""A question in the citizen's own words: what the matcher advises becomes a named outcome."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from handlers import card, life, miss, smalltalk, unheld
from handlers.alternatives import alternatives
from handlers.answer import Answer
from handlers.choosing import MOST, choices
from handlers.context import asking_on, matched
from handlers.outcome import Outcome
from handlers.presses import Choices
from handlers.turn import Turn
from handlers.words import goes_on
from knowledge.matching.match import Match, Verdict

NEAR = 0.5
"""A candidate less than half as likely as the first is not worth asking back for."""


async def ask(turn: Turn) -> Answer:
    """Match the line and answer it, ask back, or say honestly why not."""
    match = await matched(turn)
    answer = await asking_on(turn, match) or _event(turn, match)
    answer = answer or await _ANSWERS[match.verdict](turn, match)
    return replace(answer, codes=match.candidates, aspects=answer.aspects or match.aspects)


def _event(turn: Turn, match: Match) -> Answer | None:
    """The life event that the line tells of, unless it goes on about what is at hand."""
    return None if turn.at_hand and goes_on(turn.text) else life.told(turn, match)


async def _answer(turn: Turn, match: Match) -> Answer:
    found = _known(turn, match)
    procedure = await turn.services.library.find(found[0]) if found else None
    if procedure is None:
        return miss.lost(turn)
    afresh = replace(turn, state=turn.state.model_copy(update={"here": ""}))
    return card.answer(afresh, procedure, others=tuple(found[1:4]), aspects=match.aspects)


async def _clarify(turn: Turn, match: Match) -> Answer:
    likely = match.candidates[0].score * NEAR if match.candidates else 0.0
    near = {one.code for one in match.candidates if one.score >= likely}
    codes = tuple(code for code in _known(turn, match) if code in near)[:MOST]
    return await _choose(turn, match, codes, turn.say("Which of these do you need?"), Outcome.CLARIFIED)


async def _offer(turn: Turn, match: Match) -> Answer:
    text = turn.say("I am not quite sure. Is it one of these?")
    return await _choose(turn, match, _known(turn, match)[:3], text, Outcome.OFFERED)


async def _choose(turn: Turn, match: Match, codes: tuple[str, ...], text: str, outcome: Outcome) -> Answer:
    """Let go of the old subject and let choose a new one, but never put the same choice twice running."""
    if not codes or codes == turn.state.asked:
        return miss.lost(turn)
    press = Choices(codes=codes)
    among = await alternatives(turn, codes)
    reply = choices(turn, text, among, rows=life.beside(turn, match), back=turn.back)
    state = turn.calm(
        code="", asked=codes, aspects=match.aspects, here=press.encode(), misses=turn.state.misses
    )
    return Answer(replies=(reply,), state=state, outcome=outcome)


async def _absent(turn: Turn, match: Match) -> Answer:
    return unheld.absent(turn, match.topic) or unheld.out_of_scope(turn)


async def _out_of_scope(turn: Turn, match: Match) -> Answer:
    return unheld.out_of_scope(turn)


async def _refuse(turn: Turn, match: Match) -> Answer:
    return unheld.refused(turn)


async def _smalltalk(turn: Turn, match: Match) -> Answer:
    return smalltalk.answer(turn, match.topic)


def _known(turn: Turn, match: Match) -> tuple[str, ...]:
    return tuple(one.code for one in match.candidates if turn.services.library.known(one.code))


_ANSWERS: Mapping[Verdict, Callable[[Turn, Match], Awaitable[Answer]]] = {
    Verdict.ANSWER: _answer,
    Verdict.CLARIFY: _clarify,
    Verdict.OFFER: _offer,
    Verdict.ABSENT: _absent,
    Verdict.OUT_OF_SCOPE: _out_of_scope,
    Verdict.REFUSE: _refuse,
    Verdict.SMALLTALK: _smalltalk,
}
