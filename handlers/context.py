"""A line read in the light of what was spoken of: "thế mất bao lâu", "vậy cho con 5 tuổi thì sao"."""

from collections.abc import Iterator
from dataclasses import replace

from handlers import card, fact, life, miss
from handlers.answer import Answer
from handlers.choosing import MOST, again
from handlers.kin import aged, clear, joined, related, rivals, sibling_meant
from handlers.presses import Choices
from handlers.turn import Turn
from handlers.words import asks, asks_for_a_paper, goes_on, names_persons, narrates, plain, tells_otherwise
from knowledge.matching.match import Aspect, Candidate, Match, Verdict
from knowledge.procedure import Procedure

SURE = 0.75
"""From this score on the matcher saw a subject where we saw none."""

UNSURE = (Verdict.CLARIFY, Verdict.OFFER, Verdict.OUT_OF_SCOPE)
"""Verdicts that a little context may turn into an answer."""

_NAMING = (Verdict.ANSWER, Verdict.OFFER)
_SETTLED = (Verdict.SMALLTALK, Verdict.REFUSE, Verdict.ABSENT)


async def matched(turn: Turn) -> Match:
    """What the matcher makes of the line, read with what is at hand unless it has a subject of its own."""
    alone = turn.services.matcher.match(turn.text, turn.place)
    procedure = await turn.services.library.find(turn.at_hand) if turn.at_hand else None
    if procedure is None:
        return _narrowed(turn, alone) or _of_age(turn, alone) or alone
    if not (alone.subject or alone.case):
        idle = not alone.aspects and alone.verdict in UNSURE and asks(turn.text)
        return _sure_of(alone, procedure.code) if idle else alone
    if _narrates(turn, alone):
        return alone
    sibling = await sibling_meant(turn, alone, procedure)
    if not sibling and alone.subject and _is_new(turn, alone, procedure):
        return alone
    kept = _sure_of(alone, sibling) if sibling else await _in_thread(turn, alone, procedure)
    return replace(kept, aspects=alone.aspects or alone.hints) if kept else alone


def _narrowed(turn: Turn, alone: Match) -> Match | None:
    """The line as an answer to what was asked back, where it tells one of those from the others."""
    asked = turn.state.asked
    absent = alone.verdict is Verdict.ABSENT and not _names_absent(turn, alone)
    if not asked or not (alone.subject or alone.case) or not (absent or alone.verdict in UNSURE):
        return None
    line = f"{turn.state.question} {turn.text}"
    told = alone if alone.subject else turn.services.matcher.match(line, turn.place)
    codes = [one.code for one in rivals(told.candidates)]
    alike = [code for code in codes if code in asked]
    return _sure_of(alone, alike[0]) if alike and alike == codes[:1] else None


def _of_age(turn: Turn, alone: Match) -> Match | None:
    """The one of several likely ones that is for somebody of the age told."""
    likely = alone.candidates[:MOST] if alone.verdict is Verdict.CLARIFY else ()
    code = aged(turn, [one.code for one in likely])
    return _sure_of(alone, code) if code else None


async def _in_thread(turn: Turn, alone: Match, procedure: Procedure) -> Match | None:
    """The line as one about what is at hand or about its kin; None where nothing bears that out."""
    about = _speaks_of(alone, procedure)
    if about and alone.hints:
        return _sure_of(alone, procedure.code)
    away = _leads_away(alone, procedure) and not names_persons(turn.text, alone.subject)
    if away and _open(turn, alone):
        return None
    if away and await related(turn, procedure, _sure_of_first(alone)):
        return _sure_of_first(alone)
    with_name = await related(turn, procedure, joined(turn, procedure))
    if with_name:
        return with_name
    unsure = alone.verdict in UNSURE or _lacks(turn, alone)
    vague = unsure and asks(turn.text)
    return _sure_of(alone, procedure.code) if vague or about else None


def _narrates(turn: Turn, alone: Match) -> bool:
    """Whether the line tells of an event in life rather than of what is at hand."""
    return narrates(turn.text) and not goes_on(turn.text) and life.told(turn, alone) is not None


def _leads_away(alone: Match, procedure: Procedure) -> bool:
    """Whether the matcher, hearing the line alone, is sure of something else than what is at hand."""
    likely = [one.code for one in rivals(alone.candidates)]
    return alone.verdict in (Verdict.ANSWER, Verdict.CLARIFY) and procedure.code not in likely


def _open(turn: Turn, alone: Match) -> bool:
    """Whether a line that leads away may mean several procedures, and does not itself go on."""
    return alone.verdict is Verdict.CLARIFY and not goes_on(turn.text)


def _best(match: Match) -> float:
    return match.candidates[0].score if match.candidates else 0.0


async def asking_on(turn: Turn, match: Match) -> Answer | None:
    """A line that names no subject is about what is at hand, or about the procedures just offered."""
    if match.subject or match.case or not match.aspects:
        return None
    if turn.at_hand:
        return await _further(turn, match)
    if turn.state.asked:
        return await _of_those(turn, match.aspects)
    if match.verdict in _SETTLED or (match.verdict in _NAMING and _best(match) >= SURE):
        return None
    return miss.no_subject(turn, match.aspects)


async def _of_those(turn: Turn, aspects: tuple[Aspect, ...]) -> Answer:
    """The question about one of those last offered: asked back once, then answered for the likeliest."""
    asked = turn.state.asked[:MOST]
    likeliest = await turn.services.library.find(asked[0]) if _was_asked(turn, asked) else None
    if likeliest is not None:
        return card.answer(turn, likeliest, others=asked[1:], aspects=aspects)
    return await again(
        replace(turn, state=turn.state.model_copy(update={"aspects": aspects})), Choices(codes=asked)
    )


def _was_asked(turn: Turn, codes: tuple[str, ...]) -> bool:
    """Whether the last reply was the question which of these is meant."""
    return len(codes) == 1 or turn.state.here == Choices(codes=codes).encode()


def _is_new(turn: Turn, alone: Match, procedure: Procedure) -> bool:
    """Whether a line with a subject leaves the procedure at hand."""
    if (
        names_persons(turn.text, alone.subject)
        or _lacks(turn, alone)
        or (asks_for_a_paper(turn.text) and _is_paper(alone, procedure))
    ):
        return False
    if alone.verdict is Verdict.ABSENT and asks(turn.text):
        return _names_absent(turn, alone)
    goes = goes_on(turn.text) or alone.aspects or asks(turn.text) or _speaks_of(alone, procedure)
    return clear(alone) or alone.verdict in _SETTLED or not goes


def _lacks(turn: Turn, alone: Match) -> bool:
    """Whether the line asks what to do without something: "không có sim chính chủ thì sao"."""
    return tells_otherwise(turn.text) and asks_for_a_paper(alone.normal or turn.text)


def _names_absent(turn: Turn, alone: Match) -> bool:
    """Whether the line says, word for word, how people ask for an errand that is not held."""
    entry = next((one for one in turn.services.absent if one.key == alone.topic), None)
    line = f" {plain(turn.text)} "
    return entry is None or any(f" {plain(said)} " in line for said in (entry.name, *entry.says))


def _sure_of(alone: Match, code: str) -> Match:
    return _sure_of_first(replace(alone, candidates=(Candidate(code=code, score=SURE),)))


def _sure_of_first(match: Match) -> Match:
    return replace(match, verdict=Verdict.ANSWER, topic="")


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


async def _further(turn: Turn, match: Match) -> Answer:
    """The line asks on about the procedure at hand."""
    procedure = await turn.services.library.find(turn.at_hand)
    if procedure is None:
        return miss.gone_procedure(turn)
    asked: tuple[Aspect, ...] = match.aspects
    if len(asked) > 1:
        return card.answer(turn, procedure, others=turn.state.others, aspects=asked)
    return fact.answer(turn, procedure, asked[0])
