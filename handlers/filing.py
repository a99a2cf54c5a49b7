"""“Nộp hôm nay thì hôm nào có”: the day of handing in that a line names, and what comes of it."""

from datetime import date, timedelta

from handlers import fact
from handlers.answer import Answer
from handlers.miss import no_subject
from handlers.telling.due import expected
from handlers.turn import Turn
from handlers.vocabulary import shipped
from handlers.words import plain, without
from knowledge.matching.match import Aspect, Verdict
from knowledge.procedure import Procedure
from motcua.clock import in_vietnam

_WEEK = 7


async def asked(turn: Turn) -> Answer | None:
    """The line as a question after the day of the result; None where it names no day of handing in."""
    day = named(turn.text, in_vietnam(turn.now).date())
    if day is None:
        return None
    rest = _rest(turn.text)
    bare = not rest or not turn.services.matcher.match(rest, turn.place).subject
    code = _spoken_of(turn) if bare else _subject(turn, rest)
    procedure = await turn.services.library.find(code) if code else None
    if procedure is None:
        return no_subject(turn, (Aspect.TIME,)) if bare else None
    return _answer(turn, procedure, day)


def _spoken_of(turn: Turn) -> str:
    """What is at hand, or the one procedure that the person was just asked about."""
    asked = turn.state.asked
    return turn.at_hand or (asked[0] if len(asked) == 1 else "")


def named(text: str, today: date) -> date | None:
    """The day on which the line wants to hand in, if it asks when the result is there."""
    words, line = shipped().filing, plain(text)
    if not (_says(line, words.filed) and _says(line, words.asked)):
        return None
    ahead = next((days for days, said in words.ahead.items() if _says(line, said)), None)
    if ahead is not None:
        return today + timedelta(days=ahead)
    weekday = next((number for number, said in words.weekdays.items() if _says(line, said)), None)
    if weekday is None:
        return None
    if _says(line, words.next_week):
        return today + timedelta(days=_WEEK - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % _WEEK)


def _subject(turn: Turn, rest: str) -> str:
    """The procedure that the line names besides, or the one at hand where it names none for sure."""
    match = turn.services.matcher.match(rest, turn.place)
    named = match.verdict is Verdict.ANSWER and match.candidates
    return match.candidates[0].code if named else turn.at_hand


def _answer(turn: Turn, procedure: Procedure, day: date) -> Answer:
    opening = expected(turn.say, procedure, day, turn.now)
    return fact.answer(turn, procedure, Aspect.TIME, opening=opening, filed=day)


def _rest(text: str) -> str:
    """The line without the day and the asking."""
    words = shipped().filing
    days = [one for said in (*words.ahead.values(), *words.weekdays.values()) for one in said]
    return without(text, (*days, *words.next_week, *words.asked, *words.filed))


def _says(line: str, words: tuple[str, ...]) -> bool:
    return any(f" {plain(one)} " in f" {line} " for one in words)
