"""Proof that a dossier is one's own, and the pause after wrong tries.

Wrong tries count for the chat that makes them and for the code they are made on, whether there is such
a dossier or not, so trying codes out teaches nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select

from storage.dossiers import Dossier, lookup_key, open_with_proof
from storage.keyed_hash import KeyedHash
from storage.lock import hold
from storage.session import Session
from storage.tables import wrong_tries
from storage.upsert import insert

TRIES: Final = 5
"""Wrong tries before a pause, and again before each longer one."""

PAUSES: Final = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24))
"""How long the first, second … pause lasts; the last one repeats."""

FORGOTTEN: Final = timedelta(hours=24)
"""After so long without a wrong try or a pause, counting begins anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """No dossier is shown: the code or the digits are wrong, or it is too early to try again.

    ``remaining`` is how many tries are left before a pause; it is 0 in a pause, which ends at
    ``paused_until``.
    """

    remaining: int
    paused_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Count:
    wrong: int = 0
    paused_until: datetime | None = None

    @property
    def remaining(self) -> int:
        return TRIES - self.wrong % TRIES

    def one_more(self, now: datetime) -> "_Count":
        wrong = self.wrong + 1
        if wrong % TRIES:
            return _Count(wrong)
        pause = PAUSES[min(wrong // TRIES, len(PAUSES)) - 1]
        return _Count(wrong, now + pause)


async def prove(
    session: Session,
    hasher: KeyedHash,
    *,
    channel: str,
    chat: str,
    code: str,
    last4: str,
    now: datetime,
) -> Dossier | Refusal:
    """Open a dossier by its code and the last four digits of the applicant's phone or identity number.

    In a pause nothing is tried, not even the right digits, and nothing is counted. A right proof clears
    what the chat's own slips on this very code added to its count, and no more: whoever has one dossier of
    their own could otherwise try out others without end.
    """
    on_code = hasher.digest("wrong tries", lookup_key(code))
    subjects = (f"chat {channel} {chat}", f"code {on_code}", f"both {channel} {chat} {on_code[:24]}")
    await hold(session, *subjects)
    counts = {subject: await _count(session, subject, now) for subject in subjects}
    paused_until = _pause(counts, now)
    if paused_until is not None:
        return Refusal(remaining=0, paused_until=paused_until)
    dossier = await open_with_proof(session, hasher, code, last4)
    if dossier is None:
        return await _refuse(session, counts, now)
    await _forgive(session, subjects[0], subjects[2], counts, now)
    return dossier


async def _forgive(session: Session, chat: str, both: str, counts: dict[str, _Count], now: datetime) -> None:
    slips = counts[both].wrong
    if not slips:
        return
    left = max(0, counts[chat].wrong - slips)
    await _save(session, chat, _Count(left, counts[chat].paused_until), now)
    await session.execute(delete(wrong_tries).where(wrong_tries.c.subject == both))


async def _count(session: Session, subject: str, now: datetime) -> _Count:
    found = (await session.execute(select(wrong_tries).where(wrong_tries.c.subject == subject))).one_or_none()
    if found is None or max(found.last_at, found.paused_until or found.last_at) + FORGOTTEN < now:
        return _Count()
    return _Count(found.wrong, found.paused_until)


async def _refuse(session: Session, counts: dict[str, _Count], now: datetime) -> Refusal:
    counted = {subject: count.one_more(now) for subject, count in counts.items()}
    for subject, count in counted.items():
        await _save(session, subject, count, now)
    paused_until = _pause(counted, now)
    remaining = 0 if paused_until else min(count.remaining for count in counted.values())
    return Refusal(remaining=remaining, paused_until=paused_until)


def _pause(counts: dict[str, _Count], now: datetime) -> datetime | None:
    pauses = [count.paused_until for count in counts.values() if count.paused_until is not None]
    return max((until for until in pauses if until > now), default=None)


async def _save(session: Session, subject: str, count: _Count, now: datetime) -> None:
    values = {"wrong": count.wrong, "paused_until": count.paused_until, "last_at": now}
    await session.execute(
        insert(session, wrong_tries)
        .values(subject=subject, **values)
        .on_conflict_do_update(index_elements=[wrong_tries.c.subject], set_=values)
    )
