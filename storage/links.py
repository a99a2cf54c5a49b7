"""One-time codes that open a dossier: printed by the desk, or handed on by the applicant."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, insert, select, update

from storage.dossiers import number_of
from storage.follows import Role
from storage.session import Session
from storage.tables import dossiers, links

PREFIX: Final = "hs_"
"""What a code begins with, so that it is known in a line and fits a channel's deep link."""

LIFETIME: Final = timedelta(days=7)

_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH: Final = 20
"""Twenty signs of thirty-one: 99 bits, beyond guessing."""


_CODE: Final = re.compile(rf"(?<!\w){PREFIX}[{_ALPHABET}]{{{_LENGTH}}}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The dossier that a code opened, and as whom."""

    code: str
    role: Role


def code_in(text: str) -> str:
    """The one-time code in a line; empty where there is none."""
    found = _CODE.search(text)
    return found[0].lower() if found else ""


async def make(session: Session, code: str, *, role: Role, now: datetime) -> str | None:
    """A new one-time code for a dossier; None where there is none. Only its hash is kept."""
    dossier_id = await number_of(session, code)
    if dossier_id is None:
        return None
    secret = PREFIX + "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    await session.execute(
        insert(links).values(
            digest=_digest(secret),
            dossier_id=dossier_id,
            role=role.value,
            made_at=now,
            expires_at=now + LIFETIME,
        )
    )
    return secret


async def use(session: Session, secret: str, now: datetime) -> Opened | None:
    """Open with a code, once; None for a false, used or stale one, all alike."""
    spent = (
        update(links)
        .where(links.c.digest == _digest(secret), links.c.used_at.is_(None), links.c.expires_at > now)
        .values(used_at=now)
        .returning(links.c.dossier_id, links.c.role)
    )
    row = (await session.execute(spent)).one_or_none()
    if row is None:
        return None
    code = await session.scalar(select(dossiers.c.code).where(dossiers.c.id == row.dossier_id))
    return None if code is None else Opened(code=code, role=Role(row.role))


async def purge(session: Session, now: datetime) -> None:
    """Forget codes past their time."""
    await session.execute(delete(links).where(links.c.expires_at < now))


def _digest(secret: str) -> str:
    return sha256(secret.strip().lower().encode()).hexdigest()
