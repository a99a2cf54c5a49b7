"""How long things are kept: ended dossiers, what was said, old counts, stale codes."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, or_, select

from storage import links, questions
from storage.proofs import FORGOTTEN
from storage.reports import Status
from storage.session import Session
from storage.tables import dossiers, follows, inbox, outbox, wrong_tries

BATCH: Final = 500
"""Rows of one transaction, so that nobody waits for the keeping."""

LOOKED: Final = timedelta(days=30)
"""How long it is kept that a chat looked at a dossier it does not follow."""

_ENDED: Final = tuple(int(status) for status in Status if status.stage >= 3 and status is not Status.READY)


async def forget_dossiers(session: Session, before: datetime) -> int:
    """Delete dossiers that ended before a moment, with their history, changes and ties; how many.

    One that never ended but has not moved for as long again is given up too.
    """
    stale = before - timedelta(days=365)
    ended = dossiers.c.status.in_(_ENDED) & (dossiers.c.status_at < before)
    old = select(dossiers.c.id).where(or_(ended, dossiers.c.status_at < stale)).limit(BATCH)
    gone = await session.scalars(
        delete(dossiers).where(dossiers.c.id.in_(old.scalar_subquery())).returning(dossiers.c.id)
    )
    return len(gone.all())


async def forget_lines(session: Session, before: datetime) -> int:
    """Delete lines that were answered, and replies that wait no more, from before a moment; how many.

    Only the oldest are looked at: their numbers grow with time, so no index over moments is needed.
    """
    answered = inbox.c.outcome.is_not(None) & (inbox.c.at < before)
    over = outbox.c.due_at.is_(None) & (outbox.c.created_at < before)
    gone = 0
    for table, past in ((inbox, answered), (outbox, over)):
        oldest = select(table.c.id).order_by(table.c.id).limit(BATCH).scalar_subquery()
        found = await session.scalars(delete(table).where(table.c.id.in_(oldest), past).returning(table.c.id))
        gone += len(found.all())
    return gone


async def forget_traces(session: Session, now: datetime) -> None:
    """Delete counts of wrong tries that no longer count, stale codes, and ties of who only looked."""
    last = func.coalesce(wrong_tries.c.paused_until, wrong_tries.c.last_at)
    quiet = (wrong_tries.c.last_at < now - FORGOTTEN) & (last < now - FORGOTTEN)
    await session.execute(delete(wrong_tries).where(quiet))
    await session.execute(
        delete(follows).where(follows.c.followed_at.is_(None), follows.c.opened_at < now - LOOKED)
    )
    await links.purge(session, now)
    await questions.purge(session, now)
