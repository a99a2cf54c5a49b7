"""What followers are to be told: queued with the change itself, told once.

A notice is named after its change, so however often that is delivered, and whatever crashes, there is one
for each follower. It is written in the transaction that changes the dossier.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Select, func, select, update

from storage.fingerprint import digest
from storage.lock import hold
from storage.quiet_hours import waking
from storage.reports import Status
from storage.session import Session
from storage.tables import dossiers, follows, notices
from storage.upsert import insert

SOON: Final = timedelta(days=1)
"""How long before the due date it is near."""

BYGONE: Final = timedelta(days=7)
"""A due date that passed longer ago is no news."""

_OPEN: Final = tuple(int(status) for status in Status if status.stage < 3)
_ASKING: Final = (Status.NEEDS_PAPERS, Status.NEEDS_PAYMENT)
_RUNNING: Final = tuple(status for status in _OPEN if status not in _ASKING)


class News(StrEnum):
    """What there is to tell."""

    STATUS = "status"
    NEEDS = "needs"
    DUE_MOVED = "due_moved"
    DUE_NEAR = "due_near"
    DUE_PASSED = "due_passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to tell one chat."""

    id: int
    follow_id: int
    kind: News
    channel: str
    chat: str
    code: str


_NOTICES: Final = (
    select(
        notices.c.id,
        notices.c.follow_id,
        notices.c.kind,
        follows.c.channel,
        follows.c.chat,
        dossiers.c.code,
    )
    .join_from(notices, follows, notices.c.follow_id == follows.c.id)
    .join(dossiers, follows.c.dossier_id == dossiers.c.id)
)


def news(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[News, str]]:
    """What changed between two states of a row, each with a name that no other change of it has.

    The orders of a row only ever grow, so a change named after them never comes again.
    """
    if after["status"] != before["status"]:
        order = [after[name] for name in ("status_order", "status", "status_at")]
        yield News.STATUS, f"{News.STATUS} {digest(order)}"
    elif after["status"] in _ASKING and after["needs"] != before["needs"]:
        yield News.NEEDS, f"{News.NEEDS} {digest(after['facts_order'])}"
    moved = before["due_at"] and after["due_at"] and after["due_at"] != before["due_at"]
    if moved and after["status"] in _OPEN:
        yield News.DUE_MOVED, f"{News.DUE_MOVED} {digest(after['facts_order'])}"


async def queue(
    session: Session, changes: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]], now: datetime
) -> None:
    """Queue what rows before and after a batch tell, for whoever follows them."""
    told = {after["id"]: found for before, after in changes if (found := list(news(before, after)))}
    if not told:
        return
    following = select(follows.c.id, follows.c.dossier_id).where(
        follows.c.dossier_id.in_(told), follows.c.followed_at.is_not(None)
    )
    rows = [
        _row(follow.id, kind, change, now)
        for follow in await session.execute(following)
        for kind, change in told[follow.dossier_id]
    ]
    await _insert(session, rows)


async def remind(session: Session, now: datetime) -> None:
    """Queue what only time tells: a due date that is near, or has passed. Saying so twice says it once."""
    due = (
        select(follows.c.id, dossiers.c.due_at)
        .join_from(follows, dossiers, follows.c.dossier_id == dossiers.c.id)
        .where(
            follows.c.followed_at.is_not(None),
            dossiers.c.status.in_(_RUNNING),
            dossiers.c.due_at.between(now - BYGONE, now + SOON),
        )
    )
    rows = [
        _row(row.id, kind, f"{kind} {row.due_at.isoformat()}", now)
        for row in await session.execute(due)
        for kind in [News.DUE_PASSED if row.due_at < now else News.DUE_NEAR]
    ]
    await _insert(session, rows)


async def any_due(session: Session, now: datetime) -> bool:
    """Whether anything waits to be told: a cheap look before anyone is held up."""
    return await session.scalar(select(notices.c.id).where(notices.c.due_at <= now).limit(1)) is not None


async def waiting(session: Session, now: datetime, limit: int) -> list[Notice]:
    """What is due to be told, oldest first, held against other processes until the transaction ends."""
    await hold(session, "notices")
    query = _NOTICES.where(notices.c.due_at <= now).order_by(notices.c.due_at, notices.c.id).limit(limit)
    return await _read(session, query)


async def told_in(session: Session, outbox_id: int) -> list[Notice]:
    """What one reply in the outbox tells; nothing where it answers somebody."""
    return await _read(session, _NOTICES.where(notices.c.outbox_id == outbox_id).order_by(notices.c.id))


async def told_since(session: Session, channel: str, chat: str, since: datetime) -> int:
    """How many messages brought the chat notices since a moment."""
    count = (
        select(func.count(notices.c.outbox_id.distinct()))
        .join_from(notices, follows, notices.c.follow_id == follows.c.id)
        .where(follows.c.channel == channel, follows.c.chat == chat, notices.c.told_at > since)
    )
    return await session.scalar(count) or 0


async def mark_told(session: Session, ids: Sequence[int], outbox_id: int, now: datetime) -> None:
    """These stand in one reply in the outbox."""
    await session.execute(
        update(notices).where(notices.c.id.in_(ids)).values(due_at=None, told_at=now, outbox_id=outbox_id)
    )


async def put_off(session: Session, ids: Sequence[int], until: datetime) -> None:
    """Tell these later."""
    await session.execute(update(notices).where(notices.c.id.in_(ids)).values(due_at=waking(until)))


async def bring_forward(session: Session, dossier_id: int, now: datetime) -> None:
    """Tell what waits about one dossier now, even by night."""
    following = select(follows.c.id).where(follows.c.dossier_id == dossier_id)
    await session.execute(
        update(notices).where(notices.c.follow_id.in_(following), notices.c.due_at > now).values(due_at=now)
    )


def _row(follow_id: int, kind: News, change: str, now: datetime) -> dict[str, Any]:
    return {
        "follow_id": follow_id,
        "kind": kind.value,
        "change": change,
        "noted_at": now,
        "due_at": waking(now),
    }


async def _read(session: Session, query: Select[*tuple[Any, ...]]) -> list[Notice]:
    rows = (await session.execute(query)).mappings()
    return [Notice(**{**row, "kind": News(row["kind"])}) for row in rows]


async def _insert(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await session.execute(insert(session, notices).on_conflict_do_nothing(), rows)
