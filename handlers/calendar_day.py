"""A day for one's own calendar: when a dossier is due, or when a result may be there."""

from collections.abc import Iterable
from datetime import date, datetime, time

from handlers import fact, follow
from handlers.answer import Answer
from handlers.calendar_entry import Entry
from handlers.outcome import Outcome
from handlers.press import Press
from handlers.presses import DueDay, FactOf, ResultDay, ShowDossier
from handlers.progress import due_day
from handlers.reply import File, Paragraph
from handlers.screen import clip, screen
from handlers.state import State
from handlers.telling.due import result_days
from handlers.turn import Turn
from knowledge.matching.match import Aspect
from knowledge.procedure import Procedure
from motcua.clock import VIETNAM
from storage import dossiers, follows

NAME = "ngay-hen.ics"
OPENING = time(8, tzinfo=VIETNAM)
"""When a desk opens: a day without an hour begins then."""

_TITLE = 120


async def due(turn: Turn, press: DueDay) -> Answer:
    """The day a dossier is due, while the chat may see it and there is such a day."""
    tie = await follows.get(turn.session, turn.message.channel, turn.message.chat, press.follow)
    if tie is None or follow.looked_long_ago(turn, tie):
        return await follow.show(turn, ShowDossier(follow=press.follow))
    found = await dossiers.get(turn.session, tie.code)
    day = due_day(found) if found else None
    if found is None or day is None:
        return await follow.show(turn, ShowDossier(follow=press.follow))
    title = turn.say("Fetch the result: {name}", name=found.procedure_name or turn.say("your dossier"))
    text = turn.say("Bring your receipt. The day on it counts.")
    entry = _entry(turn, f"dossier {found.code}", title, " ".join((text, found.office)), day)
    return await _kept(turn, [entry], back=ShowDossier(follow=tie.id), state=turn.calm())


async def result(turn: Turn, press: ResultDay, procedure: Procedure) -> Answer:
    """The day, or the days by way of handing in, on which a result may be there."""
    filed = _day(press.day)
    days = result_days(procedure, filed, turn.now) if filed else ()
    if not days:
        return fact.answer(turn, procedure, Aspect.TIME)
    title = turn.say("Result perhaps ready: {name}", name=procedure.name)
    text = turn.say("This is an estimate. The day on your receipt counts.")
    entries = [
        _entry(turn, f"result {procedure.code} {press.day} {day}", title, text, _opening(day)) for day in days
    ]
    back = FactOf(code=procedure.code, aspect=Aspect.TIME)
    return await _kept(turn, entries, back=back, state=turn.about(procedure.code))


async def _kept(turn: Turn, entries: list[Entry], *, back: Press, state: State) -> Answer:
    days = ", ".join(dict.fromkeys(turn.say.moment(one.at) for one in entries))
    text = turn.say(
        "Open this file to put {days} into your calendar; it reminds you the day before.", days=days
    )
    reply = screen(turn.say, Paragraph(text=text), back=back)
    reply = reply.model_copy(update={"files": await _files(turn, entries)})
    return Answer(replies=(reply,), state=state, outcome=Outcome.ANSWERED, code=state.code or None)


async def _files(turn: Turn, entries: Iterable[Entry]) -> tuple[File, ...]:
    if turn.services.printer is None:
        return ()
    drawn = await turn.services.printer.calendar(tuple(entries))
    return (File.holding(NAME, "text/calendar", drawn),)


def _entry(turn: Turn, key: str, title: str, text: str, at: datetime) -> Entry:
    return Entry(key=key, title=clip(title, _TITLE), text=text.strip(), at=at, made=turn.now)


def _opening(day: date) -> datetime:
    return datetime.combine(day, OPENING)


def _day(number: int) -> date | None:
    try:
        return datetime.strptime(f"{number:08}", "%Y%m%d").replace(tzinfo=VIETNAM).date()
    except ValueError:
        return None
