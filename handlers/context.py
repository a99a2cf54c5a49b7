"""A line read in the light of what was spoken of: "thế mất bao lâu", "vậy cho con 5 tuổi thì sao"."""

from dataclasses import replace

from handlers import card, fact, miss
from handlers.answer import Answer
from handlers.choosing import MOST, again
from handlers.presses import Choices
from handlers.turn import Turn
from handlers.words import asks_on, goes_on, tells_a_case
from knowledge.matching.match import Match, Verdict

SURE = 0.75
"""From this score on the matcher saw a subject where we saw none."""

UNSURE = (Verdict.CLARIFY, Verdict.OFFER, Verdict.OUT_OF_SCOPE)
"""Verdicts that a little context may turn into an answer."""


def matched(turn: Turn) -> Match:
    """What the matcher makes of the line; one that only goes on is read with the name of what is at hand."""
    match = turn.services.matcher.match(turn.text, turn.place)
    clear = _sure(match) and not tells_a_case(turn.text)
    if clear or not (turn.at_hand and goes_on(turn.text)):
        return match
    named = f"{turn.text} {turn.services.library.label(turn.at_hand)}"
    second = turn.services.matcher.match(named, turn.place)
    return match if second.verdict in UNSURE else second


def _sure(match: Match) -> bool:
    """Whether the line needs no context: a good answer, or a verdict that names no procedure."""
    if match.verdict is Verdict.ANSWER:
        return bool(match.candidates) and match.candidates[0].score >= SURE
    return match.verdict not in UNSURE


async def asking_on(turn: Turn, match: Match) -> Answer | None:
    """A line that names no subject is about what is at hand, or about the procedures just offered."""
    if not (match.aspects and asks_on(turn.text)):
        return None
    if turn.at_hand:
        return await _further(turn, match)
    if turn.state.asked:
        asked = replace(turn, state=turn.state.model_copy(update={"aspects": match.aspects}))
        return await again(asked, Choices(codes=turn.state.asked[:MOST]))
    return None if _sure(match) else miss.no_subject(turn)


async def _further(turn: Turn, match: Match) -> Answer:
    """The line asks on about the procedure at hand."""
    procedure = await turn.services.library.find(turn.at_hand)
    if procedure is None:
        return miss.gone_procedure(turn)
    if len(match.aspects) > 1:
        return card.answer(turn, procedure, others=turn.state.others, aspects=match.aspects)
    return fact.answer(turn, procedure, match.aspects[0])
