"""Where a dossier is, in a citizen's words: what it means, what happens next, what they must do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from handlers.language import Language, later
from handlers.presses import Card, Person, Track
from handlers.reply import Block, Bullets, Button, Fact, Heading, Paragraph, Reply
from handlers.screen import Rows, button, clip, screen
from handlers.telling.history import history
from knowledge.calendar import working_days_between
from motcua.clock import in_vietnam
from storage.dossiers import Dossier
from storage.reports import Need, NeedKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What a status means, what comes next, and what the applicant has to do (often nothing)."""

    means: str
    next: str = ""
    do: str = ""


_STATUS: Mapping[Status, _Words] = {
    Status.REGISTERED: _Words(
        means=later("Your dossier has arrived online; the desk has not accepted it yet."),
        next=later("An officer checks the papers, then accepts it or tells you what is missing."),
        do=later("Nothing yet. Please keep your phone within reach."),
    ),
    Status.ACCEPTED: _Words(
        means=later("The desk has accepted your dossier."),
        next=later("It goes to the officers who handle it."),
        do=later("Nothing. Please wait for the day on your receipt."),
    ),
    Status.REFUSED: _Words(
        means=later("The desk has not accepted your dossier."),
        next=later("Nothing more happens with this one."),
        do=later("Ask the desk for the reason, mend the papers and file again."),
    ),
    Status.PROCESSING: _Words(
        means=later("Your dossier is being handled."),
        next=later("When it is done you are called to fetch the result."),
        do=later("Nothing. Please wait for the day on your receipt."),
    ),
    Status.NEEDS_PAPERS: _Words(
        means=later("Your dossier waits for more papers from you; its time stands still meanwhile."),
        next=later("Handling goes on as soon as they are there."),
        do=later("Bring the missing papers to the desk where you filed, or add them online."),
    ),
    Status.NEEDS_PAYMENT: _Words(
        means=later("Your dossier waits for a payment; its time stands still meanwhile."),
        next=later("Handling goes on as soon as it is paid."),
        do=later("Pay as the notice says, and keep the receipt."),
    ),
    Status.WITHDRAWN: _Words(
        means=later("This dossier was withdrawn at the applicant's request."),
        do=later("If you still need it, file again."),
    ),
    Status.STOPPED: _Words(
        means=later("The agency has stopped handling this dossier."),
        do=later("Ask the desk for the reason and what you can do."),
    ),
    Status.READY: _Words(
        means=later("The result is ready and waits for you at the desk."),
        next=later("It is handed to you when you come."),
        do=later("Come and fetch it with your receipt and your identity card."),
    ),
    Status.RETURNED: _Words(
        means=later("The result has been handed over."),
        next=later("This dossier is finished."),
    ),
}

_RUNNING = (Status.ACCEPTED, Status.PROCESSING)
_WAITING = (Status.NEEDS_PAPERS, Status.NEEDS_PAYMENT)

_PAYING = later(
    "at the desk where you filed or as it tells you, or online where dichvucong.gov.vn shows this payment. "
    "Never into a private account."
)
"""No more than is safe of every agency: taxes of a dossier, say, are not paid at every desk."""

_NAME = 160


def progress(say: Language, found: Dossier, code: str, now: datetime, rows: Rows = ()) -> Reply:
    """One dossier; ``code`` is its procedure where that is known, ``rows`` what can be done with it first."""
    blocks: list[Block] = [
        Heading(text=say("Dossier {code}", code=found.code)),
        *standing(say, found, now),
        *history(say, found.steps),
        *_who(say, found),
        Paragraph(text=say("Questions? Call 1022 or ask at the one-stop desk.")),
    ]
    return screen(say, *blocks, rows=(*rows, *_rows(say, code, found)), back=Track())


def standing(say: Language, found: Dossier, now: datetime) -> Iterator[Block]:
    """What its status means, what to do, what comes next, and when; nothing of whose it is."""
    words = _STATUS[found.status]
    yield Paragraph(text=say(words.means))
    yield from _facts(say, words, late=found.status in _RUNNING and _late(found, now))
    yield from _needs(say, found.status, _open_needs(found))
    yield from _day(say, found, now)


def due_day(found: Dossier) -> datetime | None:
    """The moment it is due at, while that is still to come about."""
    return found.due_at if found.status in (*_RUNNING, Status.REGISTERED) else None


def _late(found: Dossier, now: datetime) -> bool:
    due = due_day(found)
    return due is not None and in_vietnam(due).date() < in_vietnam(now).date()


def _facts(say: Language, words: _Words, *, late: bool) -> Iterator[Fact]:
    """Nobody is told to wait for a day that has passed: its own line says what can be done."""
    if words.do and not late:
        yield Fact(label=say("What you do"), text=say(words.do))
    if words.next:
        yield Fact(label=say("What comes next"), text=say(words.next))


def _open_needs(found: Dossier) -> tuple[Need, ...]:
    """What is still asked for: papers while they are waited for, fees until it is handled or over."""
    papers = found.status is Status.NEEDS_PAPERS
    fees = found.status in (*_WAITING, Status.REGISTERED, Status.ACCEPTED, Status.READY)
    return tuple(one for one in found.needs if (papers if one.kind is NeedKind.PAPER else fees))


def _needs(say: Language, status: Status, needs: tuple[Need, ...]) -> Iterator[Block]:
    """Bodies list a dossier's fees paid or not: asked for they are only while it waits."""
    if needs:
        waits = status in _WAITING
        title = say("You are asked for") if waits else say("Fees, if you have not paid them yet")
        yield Bullets(title=title, items=tuple(_need(say, one) for one in needs))
    if status is Status.NEEDS_PAYMENT or any(one.kind is NeedKind.FEE for one in needs):
        yield Fact(label=say("How to pay"), text=say(_PAYING))


def _need(say: Language, need: Need) -> str:
    if need.amount is None:
        return need.text
    amount = say.money(need.amount)
    return f"{need.text}: {amount}" if need.text else amount


def _day(say: Language, found: Dossier, now: datetime) -> Iterator[Fact]:
    """The day it is due, honestly: late is called late, and a clock that stands still is said to."""
    if found.status is Status.RETURNED and found.returned_at:
        yield Fact(label=say("Handed over on"), text=_weekday(say, found.returned_at))
    elif found.status in _WAITING:
        yield Fact(label=say("Due on"), text=say("counted anew once you have done your part"))
    elif due := due_day(found):
        yield Fact(label=say("Due on"), text=_due(say, in_vietnam(due).date(), in_vietnam(now).date()))


def _due(say: Language, day: date, today: date) -> str:
    told = say.weekday(day)
    if day == today:
        return say("{day}, that is today", day=told)
    if day > today:
        left = say.plural(
            "{count} working day left", "{count} working days left", working_days_between(today, day)
        )
        return f"{told} ({left})"
    count = max(1, working_days_between(day, today))  # over a weekend it is late all the same
    late = say.plural("late by {count} working day", "late by {count} working days", count)
    return say("{day}, {late}: you may ask the desk why.", day=told, late=late)


def _who(say: Language, found: Dossier) -> Iterator[Fact]:
    if found.procedure_name:
        yield Fact(label=say("Procedure"), text=clip(found.procedure_name, _NAME))
    if found.applicant:
        yield Fact(label=say("Applicant"), text=found.applicant)
    if found.office:
        yield Fact(label=say("Office"), text=found.office)
    yield Fact(label=say("Last change"), text=say.moment(found.status_at))


def _weekday(say: Language, at: datetime) -> str:
    return say.weekday(in_vietnam(at).date())


def _rows(say: Language, code: str, found: Dossier) -> Rows:
    buttons: list[Button] = [button(say("Look up another dossier"), Track())]
    if code:
        buttons.append(button(say("About this procedure"), Card(code=code)))
    return (*((one,) for one in buttons), (button(say("🙋 Talk to a person"), Person()),))
