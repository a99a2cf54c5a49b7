"""Tokens that an account's owner granted us, sealed, and the lease of whoever renews them.

A refresh token works once, so that only the holder of the lease may use it. The lease is no open
transaction: nobody else waits while the far side is asked, and it ends by itself where its holder died.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from storage.session import Session
from storage.tables import grants
from storage.upsert import insert

LEASE = timedelta(seconds=60)
"""How long the far side may take to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One account's tokens. ``access`` and ``refresh`` are encrypted in the database."""

    account: str
    access: str
    refresh: str
    access_until: datetime
    refresh_until: datetime
    renewed_at: datetime


_GRANT = select(
    grants.c.account,
    grants.c.access,
    grants.c.refresh,
    grants.c.access_until,
    grants.c.refresh_until,
    grants.c.renewed_at,
)


async def get(session: Session, name: str) -> Grant | None:
    """The tokens of this name; None where nobody granted any."""
    row = (await session.execute(_GRANT.where(grants.c.name == name))).one_or_none()
    return None if row is None else Grant(**row._mapping)


async def put(session: Session, name: str, grant: Grant) -> None:
    """Keep new tokens in the place of the old ones, and give the lease back."""
    values = {column: getattr(grant, column) for column in Grant.__slots__} | {"renewing_until": None}
    await session.execute(
        insert(session, grants)
        .values(name=name, **values)
        .on_conflict_do_update(index_elements=[grants.c.name], set_=values)
    )


async def lease(session: Session, name: str, now: datetime) -> bool:
    """Take the lease for renewing; False while somebody else holds it."""
    free = or_(grants.c.renewing_until.is_(None), grants.c.renewing_until <= now)
    taken = await session.execute(
        update(grants)
        .where(grants.c.name == name, free)
        .values(renewing_until=now + LEASE)
        .returning(grants.c.name)
    )
    return taken.one_or_none() is not None


async def give_back(session: Session, name: str) -> None:
    """Let go of the lease without new tokens."""
    await session.execute(update(grants).where(grants.c.name == name).values(renewing_until=None))
