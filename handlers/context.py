"""A line read in the light of what was spoken of: "thế mất bao lâu", "vậy cho con 5 tuổi thì sao"."""

from collections.abc import Iterator
from dataclasses import replace

from handlers import card, fact, miss
from handlers.answer import Answer
from handlers.choosing import MOST, again, mistakable
from handlers.presses import Choices, NotThis
from handlers.turn import Turn
from handlers.words import asks, asks_for_a_paper, goes_on, plain, tells_otherwise
from knowledge.matching.match import Aspect, Candidate, Match, Verdict
from knowledge.procedure import Procedure

SURE = 0.75
"""From this score on the matcher saw a subject where we saw none."""

CERTAIN = 0.9
"""From this score on even a line that goes on has a subject of its own."""

LIKELY, CLEARLY = 0.45, 0.75
"""A kin procedure of at least this score, with what is at hand below this share of it, is meant instead."""

UNSURE = (Verdict.CLARIFY, Verdict.OFFER, Verdict.OUT_OF_SCOPE)
"""Verdicts that a little context may turn into an answer."""

FAINT = 0.62
"""Below this score nothing that is held outweighs what is at hand."""

_SETTLED = (Verdict.SMALLTALK, Verdict.REFUSE, Verdict.ABSENT)


async def matched(turn: Turn) -> Match:
    """What the matcher makes of the line, read with what is at hand unless it has a subject of its own."""
    alone = turn.services.matcher.match(turn.text, turn.place)
    procedure = await turn.services.library.find(turn.at_hand) if turn.at_hand else None
    if procedure is None:
        return alone
    if not (alone.subject or alone.case):
        idle = not alone.aspects and alone.verdict in UNSURE and asks(turn.text)
        return _sure_of(alone, procedure.code) if idle else alone
    if alone.subject and _is_new(turn, alone, procedure):
        return alone
    kept = await _in_thread(turn, alone, procedure)
    return replace(kept, aspects=alone.aspects or alone.hints) if kept else alone


async def _in_thread(turn: Turn, alone: Match, procedure: Procedure) -> Match | None:
    """The line as one about what is at hand or about its kin; None where nothing bears that out."""
    sibling = await _sibling_named(turn, alone, procedure)
    if sibling:
        return _sure_of(alone, sibling)
    about = _speaks_of(alone, procedure)
    if about and alone.hints:
        return _sure_of(alone, procedure.code)
    if _leads_away(turn, alone, procedure) and await related(turn, procedure, _sure_of_first(alone)):
        return None if _open(turn, alone) else _sure_of_first(alone)
    joined = await _joined(turn, procedure)
    if joined:
        return joined
    vague = alone.verdict in UNSURE and asks(turn.text) and _best(alone) < FAINT
    return _sure_of(alone, procedure.code) if vague or about else None


async def _sibling_named(turn: Turn, alone: Match, procedure: Procedure) -> str:
    """The one sibling that has all the words of a line that goes on: "còn bằng nước ngoài thì sao"."""
    words = {*alone.subject, *alone.case}
    if not tells_otherwise(turn.text) or words <= set(
        plain(turn.services.library.label(procedure.code)).split()
    ):
        return ""
    press = NotThis(code=procedure.code, others=turn.state.others)
    among = await mistakable(turn, press, procedure)
    named = [one.code for one in among if words <= set(plain(f"{one.label} {one.tell}").split())]
    return named[0] if len(named) == 1 else ""


def _leads_away(turn: Turn, alone: Match, procedure: Procedure) -> bool:
    """Whether the line by itself is clearly rather about another one than about what is at hand."""
    scores = {one.code: one.score for one in alone.candidates}
    best = _best(alone)
    likely = LIKELY if goes_on(turn.text) else FAINT
    return best >= likely and scores.get(procedure.code, 0.0) < best * CLEARLY


def _open(turn: Turn, alone: Match) -> bool:
    """Whether a line that leads away may mean several procedures, and does not itself go on."""
    return alone.verdict is Verdict.CLARIFY and not goes_on(turn.text)


def _best(match: Match) -> float:
    return match.candidates[0].score if match.candidates else 0.0


async def related(turn: Turn, procedure: Procedure, match: Match) -> Match | None:
    """The match as far as it stays with a procedure and its kin; None where it leads elsewhere."""
    if match.verdict is not Verdict.ANSWER:
        return None
    first = await turn.services.library.find(match.candidates[0].code)
    return match if first and is_kin(procedure, first) else None


async def asking_on(turn: Turn, match: Match) -> Answer | None:
    """A line that names no subject is about what is at hand, or about the procedures just offered."""
    if match.subject or match.case or not match.aspects:
        return None
    if turn.at_hand:
        return await _further(turn, match)
    if turn.state.asked:
        asked = replace(turn, state=turn.state.model_copy(update={"aspects": match.aspects}))
        return await again(asked, Choices(codes=turn.state.asked[:MOST]))
    return None if _sure(match, SURE) else miss.no_subject(turn, match.aspects)


def _is_new(turn: Turn, alone: Match, procedure: Procedure) -> bool:
    """Whether a line with a subject leaves the procedure at hand."""
    if asks_for_a_paper(turn.text) and _is_paper(alone, procedure):
        return False
    if alone.verdict is Verdict.ABSENT and asks(turn.text):
        return _names_absent(turn, alone)
    if goes_on(turn.text):
        return _sure(alone, CERTAIN)
    return _sure(alone, SURE) or not (alone.aspects or asks(turn.text) or _speaks_of(alone, procedure))


def _names_absent(turn: Turn, alone: Match) -> bool:
    """Whether the line says, word for word, how people ask for an errand that is not held."""
    entry = next((one for one in turn.services.absent if one.key == alone.topic), None)
    line = f" {plain(turn.text)} "
    return entry is None or any(f" {plain(said)} " in line for said in (entry.name, *entry.says))


async def _joined(turn: Turn, procedure: Procedure) -> Match | None:
    """The line read with the name of what is at hand, where that stays with it or with its kin."""
    named = f"{turn.text} {turn.services.library.label(procedure.code)}"
    return await related(turn, procedure, turn.services.matcher.match(named, turn.place))


def _sure_of(alone: Match, code: str) -> Match:
    return _sure_of_first(replace(alone, candidates=(Candidate(code=code, score=SURE),)))


def _sure_of_first(match: Match) -> Match:
    return replace(match, verdict=Verdict.ANSWER, topic="")


def _sure(match: Match, score: float) -> bool:
    """Whether the line needs no context: a good answer, or a verdict that names no procedure."""
    if match.verdict is Verdict.ANSWER:
        return bool(match.candidates) and match.candidates[0].score >= score
    return match.verdict in _SETTLED


def _speaks_of(match: Match, procedure: Procedure) -> bool:
    """Whether all that the line names belongs to the procedure: "điều kiện gì mới được tách"."""
    return set(match.subject) <= set(_own_words(procedure))


def _is_paper(match: Match, procedure: Procedure) -> bool:
    """Whether the subject is one of its papers: "có cần giấy chứng sinh không"."""
    papers = procedure.guide.papers if procedure.guide else ()
    return any(set(match.subject) <= set(plain(one.name).split()) for one in papers)


def _own_words(procedure: Procedure) -> Iterator[str]:
    yield from plain(procedure.facts.name).split()
    guide = procedure.guide
    if guide is None:
        return
    asked = (f"{one.text} {' '.join(choice.label for choice in one.choices)}" for one in guide.ask)
    for text in (guide.name, guide.summary, *guide.says, *(one.name for one in guide.papers), *asked):
        yield from plain(text).split()


def is_kin(one: Procedure, other: Procedure) -> bool:
    """Whether two procedures may be taken for each other, or belong to one field."""
    siblings = {sibling.code for guide in (one.guide, other.guide) if guide for sibling in guide.siblings}
    fields = set(one.facts.fields) & set(other.facts.fields)
    return one.code == other.code or bool(siblings & {one.code, other.code}) or bool(fields)


async def _further(turn: Turn, match: Match) -> Answer:
    """The line asks on about the procedure at hand."""
    procedure = await turn.services.library.find(turn.at_hand)
    if procedure is None:
        return miss.gone_procedure(turn)
    asked: tuple[Aspect, ...] = match.aspects
    if len(asked) > 1:
        return card.answer(turn, procedure, others=turn.state.others, aspects=asked)
    return fact.answer(turn, procedure, asked[0])
