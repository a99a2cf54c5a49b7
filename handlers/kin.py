"""Procedures easily taken for what is at hand, and which of them a line means."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.ages import for_age
from handlers.alternatives import meant
from handlers.choosing import mistakable
from handlers.presses import NotThis
from handlers.turn import Turn
from handlers.words import age, asks, goes_on, other_case, plain
from knowledge.matching.match import Candidate, Match, Verdict
from knowledge.procedure import Procedure

_FOR = " cho "

NEAR = 0.7
"""A procedure of at least this share of the best score is hardly less likely."""


def is_kin(one: Procedure, other: Procedure) -> bool:
    """Whether two procedures may be taken for each other, or belong to one field."""
    fields = set(one.facts.fields) & set(other.facts.fields)
    mistaken = other.code in siblings(one) or one.code in siblings(other)
    return one.code == other.code or mistaken or bool(fields)


def siblings(procedure: Procedure) -> frozenset[str]:
    """The codes of what the guide tells this procedure apart from."""
    return frozenset(one.code for one in procedure.guide.siblings) if procedure.guide else frozenset()


def rivals(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The likeliest candidate, and those hardly less likely."""
    return tuple(one for one in candidates if one.score >= NEAR * candidates[0].score)


def clear(match: Match) -> bool:
    """Whether the matcher answers, and nothing else is hardly less likely."""
    return match.verdict is Verdict.ANSWER and len(rivals(match.candidates)) == 1


async def related(turn: Turn, procedure: Procedure, match: Match) -> Match | None:
    """The match as far as it stays with a procedure and its kin; None where it leads elsewhere."""
    if match.verdict is not Verdict.ANSWER or not match.candidates:
        return None
    first = await turn.services.library.find(match.candidates[0].code)
    return match if first and is_kin(procedure, first) else None


def joined(turn: Turn, procedure: Procedure) -> Match:
    """The line read with the name of what is at hand; an age it tells outweighs the name's own."""
    name = turn.services.library.label(procedure.code)
    errand = name.partition(_FOR)[0] if age(turn.text) is not None else name
    return turn.services.matcher.match(f"{turn.text} {errand}", turn.place)


async def sibling_meant(turn: Turn, alone: Match, procedure: Procedure) -> str:
    """The code of the one sibling that the line means; empty where it means none, or several.

    A line that is open by itself, tells nothing of a case and does not go on means none.
    """
    if of_age := _of_age(turn, alone, procedure):
        return of_age
    if alone.verdict is Verdict.CLARIFY and not alone.case and not goes_on(turn.text):
        return ""
    return await _named(turn, alone, procedure) or await _near(turn, alone, procedure)


def aged(turn: Turn, codes: Sequence[str]) -> str:
    """The code of the only one of these for somebody of the age that the line tells; else empty."""
    told = age(turn.text)
    named = [(code, turn.services.library.label(code)) for code in codes]
    return "" if told is None else for_age(named, told)


def _of_age(turn: Turn, alone: Match, procedure: Procedure) -> str:
    """The one for that age, where the line names nothing but what is at hand: "thế con 16 tuổi"."""
    own = set(plain(turn.services.library.label(procedure.code)).split())
    if not set(alone.subject) <= own:
        return ""
    return aged(turn, (procedure.code, *sorted(siblings(procedure))))


async def _named(turn: Turn, alone: Match, procedure: Procedure) -> str:
    """The one that has all the words of a line: "còn bằng nước ngoài thì sao", "cha là người nước ngoài"."""
    if {*alone.subject, *alone.case} <= set(plain(turn.services.library.label(procedure.code)).split()):
        return ""
    among = await mistakable(turn, NotThis(code=procedure.code, others=turn.state.others), procedure)
    case = other_case(turn.text)
    if case == turn.text and (asks(turn.text) or alone.aspects):
        return ""
    named = meant(among, case)
    return named[0].code if len(named) == 1 else ""


async def _near(turn: Turn, alone: Match, procedure: Procedure) -> str:
    """One hardly less likely than the best, which has nothing to do with what is at hand."""
    naming = alone.verdict in (Verdict.ANSWER, Verdict.CLARIFY)
    if not naming or await related(turn, procedure, replace(alone, verdict=Verdict.ANSWER)):
        return ""
    likely = [one.code for one in rivals(alone.candidates) if one.code in siblings(procedure)]
    if likely:
        return likely[0]
    first = joined(turn, procedure).candidates[:1] if len(rivals(alone.candidates)) > 1 else ()
    return next((one.code for one in first if one.code in siblings(procedure)), "")
