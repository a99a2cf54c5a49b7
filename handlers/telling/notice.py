"""The words of a notice: what moved, what it means, and what to do; several at once make one digest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.language import Language, later
from handlers.presses import Home, ShowDossier, Unfollow
from handlers.progress import standing
from handlers.reply import Block, Bullets, Button, Heading, Paragraph, Reply
from handlers.screen import button, clip, home_label
from handlers.telling.history import SHORT
from storage.dossiers import Dossier
from storage.notices import News
from storage.reports import Status

MOST = 10
"""Dossiers a digest lists; there are always buttons for the first few."""

_WHAT: Mapping[News, str] = {
    News.NEEDS: later("what is asked of you has changed"),
    News.DUE_MOVED: later("its due date has moved"),
    News.DUE_NEAR: later("it is due soon"),
    News.DUE_PASSED: later("its due date has passed"),
}

_ASKED: Mapping[Status, str] = {
    Status.NEEDS_PAPERS: later("other papers are asked of you"),
    Status.NEEDS_PAYMENT: later("another payment is asked of you"),
}
"""What is asked for while the agency still waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One dossier that a chat follows, as it stands now, and what is new about it."""

    follow_id: int
    dossier: Dossier
    news: tuple[News, ...]


def notice(say: Language, moved: Sequence[Moved], now: datetime) -> Reply:
    """One dossier in full, or a digest of several. The applicant is never named: a screen may be seen."""
    if len(moved) == 1:
        return _single(say, moved[0], now)
    return _digest(say, moved)


def _single(say: Language, one: Moved, now: datetime) -> Reply:
    heading = Heading(text=say("🔔 News of dossier {code}", code=one.dossier.code))
    return Reply(
        blocks=(heading, *_besides(say, one), *standing(say, one.dossier, now)),
        buttons=(
            (button(say("See the whole dossier"), ShowDossier(follow=one.follow_id)),),
            (button(say("🔕 Stop telling me"), Unfollow(follow=one.follow_id)),),
            (button(home_label(say), Home()),),
        ),
    )


def _besides(say: Language, one: Moved) -> Iterator[Paragraph]:
    """What is new besides the status, which is told next anyway."""
    kinds = [kind for kind in _kinds(one.news) if kind is not News.STATUS]
    if kinds:
        yield Paragraph(text=_sentence(_joined(say, kinds, one.dossier.status)))


def _digest(say: Language, moved: Sequence[Moved]) -> Reply:
    shown = moved[:MOST]
    blocks: list[Block] = [
        Heading(text=say("🔔 News of {count} dossiers", count=len(moved))),
        Bullets(items=tuple(f"{one.dossier.code}: {_what(say, one)}" for one in shown)),
    ]
    if len(moved) > MOST:
        blocks.append(Paragraph(text=say("And {count} more.", count=len(moved) - MOST)))
    return Reply(blocks=tuple(blocks), buttons=tuple((one,) for one in _doors(say, shown)))


def _doors(say: Language, shown: Sequence[Moved]) -> Iterator[Button]:
    for one in shown:
        yield button(clip(one.dossier.code, 60), ShowDossier(follow=one.follow_id))
    yield button(home_label(say), Home())


def _what(say: Language, one: Moved) -> str:
    return _joined(say, _kinds(one.news), one.dossier.status)


def _joined(say: Language, kinds: Sequence[News], status: Status) -> str:
    return ", ".join(_piece(say, kind, status) for kind in kinds)


def _kinds(news: Sequence[News]) -> list[News]:
    """Each once; what has passed is not near any more."""
    over = News.DUE_PASSED in news
    return [kind for kind in dict.fromkeys(news) if not (over and kind is News.DUE_NEAR)]


def _piece(say: Language, kind: News, status: Status) -> str:
    if kind is News.STATUS:
        short = say(SHORT[status])
        return say("new status: {status}", status=f"{short[:1].lower()}{short[1:]}")
    return say(_ASKED.get(status, _WHAT[kind]) if kind is News.NEEDS else _WHAT[kind])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
