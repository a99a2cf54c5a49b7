"""Who may deliver dossiers: provinces and ministries side by side, each with a secret of its own."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Select, func, insert, select, update

from storage.errors import SourceTakenError, UnknownSourceError
from storage.session import Session
from storage.tables import intakes, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One sender. ``signed`` says that each body must carry its signature."""

    id: int
    name: str
    client_id: str
    secret_hash: str
    signed: bool
    made_at: datetime
    revoked_at: datetime | None

    def proved_by(self, secret: str) -> bool:
        """Whether the secret is this source's, and the source still welcome."""
        return hmac.compare_digest(self.secret_hash, _hash(secret)) and self.revoked_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What a source is given once; only a hash of the secret is kept."""

    client_id: str
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One delivery, in numbers: ``size`` in bytes, the others in rows."""

    source_id: int
    at: datetime
    service: str
    size: int
    new: int
    changed: int
    unchanged: int
    refused: int


async def add(session: Session, name: str, *, signed: bool, now: datetime) -> Credentials:
    """Let a new source in; raises SourceTakenError where the name is there already."""
    if await session.scalar(select(sources.c.id).where(sources.c.name == name)) is not None:
        raise SourceTakenError(name=name)
    given = Credentials(client_id=f"src_{secrets.token_hex(8)}", secret=secrets.token_urlsafe(32))
    await session.execute(
        insert(sources).values(
            name=name,
            client_id=given.client_id,
            secret_hash=_hash(given.secret),
            signed=signed,
            made_at=now,
        )
    )
    return given


async def rotate(session: Session, name: str) -> Credentials:
    """Give a source a new secret; the old one, and every token made with it, ends now.

    Raises UnknownSourceError.
    """
    source = await _named(session, name)
    given = Credentials(client_id=source.client_id, secret=secrets.token_urlsafe(32))
    await session.execute(
        update(sources).where(sources.c.id == source.id).values(secret_hash=_hash(given.secret))
    )
    return given


async def revoke(session: Session, name: str, now: datetime) -> None:
    """Take nothing more from a source; what it delivered stays. Raises UnknownSourceError."""
    source = await _named(session, name)
    await session.execute(update(sources).where(sources.c.id == source.id).values(revoked_at=now))


async def find(session: Session, client_id: str) -> Source | None:
    """The source that calls itself so, revoked or not."""
    row = (await session.execute(_all().where(sources.c.client_id == client_id))).mappings().one_or_none()
    return None if row is None else Source(**row)


async def listed(session: Session) -> list[tuple[Source, int]]:
    """Every source with how many deliveries it made."""
    count = (
        select(func.count()).where(intakes.c.source_id == sources.c.id).correlate(sources).scalar_subquery()
    )
    rows = await session.execute(_all().add_columns(count.label("made")).order_by(sources.c.name))
    found = [dict(row) for row in rows.mappings()]
    return [(Source(**{name: row[name] for name in Source.__slots__}), row["made"]) for row in found]


async def note(session: Session, intake: Intake) -> None:
    """Keep one line about a delivery."""
    values = {name: getattr(intake, name) for name in Intake.__slots__}
    await session.execute(insert(intakes).values(values))


async def _named(session: Session, name: str) -> Source:
    row = (await session.execute(_all().where(sources.c.name == name))).mappings().one_or_none()
    if row is None:
        raise UnknownSourceError(name=name)
    return Source(**row)


def _all() -> Select[*tuple[object, ...]]:
    return select(*(sources.c[name] for name in Source.__slots__))


def _hash(secret: str) -> str:
    """A plain hash is enough: a secret of 256 random bits cannot be guessed."""
    return sha256(secret.encode()).hexdigest()
