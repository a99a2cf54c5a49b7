"""Who is delivering: a secret for a token, a token for an hour, and a signature where one is wanted.

A token is not stored: it names its source and its end, under a keyed hash that also covers the secret's
hash, so a rotated secret ends every token made with the old one.
"""

import base64
import binascii
import hmac
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from storage import sources
from storage.keyed_hash import KeyedHash
from storage.session import Session
from storage.sources import Source

LIFETIME: Final = timedelta(hours=1)
"""How long a token is good for."""


def issue(hasher: KeyedHash, source: Source, now: datetime) -> str:
    """A token for a source that proved itself."""
    end = str(int((now + LIFETIME).timestamp()))
    return f"{source.client_id}.{end}.{_seal(hasher, source, end)}"


async def bearer(session: Session, hasher: KeyedHash, token: str, now: datetime) -> Source | None:
    """The source a token was made for; None for one that is false, past, or ended by its source's end."""
    client_id, _, rest = token.partition(".")
    end, _, seal = rest.partition(".")
    source = await sources.find(session, client_id[:64])
    if source is None or source.revoked_at is not None or not _ahead(end, now):
        return None
    return source if hmac.compare_digest(seal.encode(), _seal(hasher, source, end).encode()) else None


async def secret_holder(session: Session, client_id: str, secret: str) -> Source | None:
    """The source that this secret belongs to."""
    source = await sources.find(session, client_id[:64])
    return source if source is not None and source.proved_by(secret) else None


async def authorised(session: Session, hasher: KeyedHash, header: str, now: datetime) -> Source | None:
    """The source named by an ``Authorization`` header, with a token or with name and secret."""
    kind, _, value = header.partition(" ")
    if kind.lower() == "bearer":
        return await bearer(session, hasher, value.strip(), now)
    if kind.lower() == "basic":
        return await secret_holder(session, *basic(value))
    return None


def basic(value: str) -> tuple[str, str]:
    """Name and secret out of HTTP's basic authorisation; blank where that cannot be read."""
    try:
        name, _, secret = base64.b64decode(value.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return "", ""
    return name, secret


def signing_key(hasher: KeyedHash, source: Source) -> str:
    """The key a source signs its bodies with: made anew from ours each time, so it lies nowhere."""
    return hasher.digest("signature", source.client_id, source.secret_hash)


def signature(key: str, body: bytes) -> str:
    """What the header ``X-Signature`` must hold for a body."""
    return hmac.new(key.encode(), body, sha256).hexdigest()


def _seal(hasher: KeyedHash, source: Source, end: str) -> str:
    return hasher.digest("token", source.client_id, end, source.secret_hash)


def _ahead(end: str, now: datetime) -> bool:
    return end.isascii() and end.isdigit() and len(end) < 12 and datetime.fromtimestamp(int(end), UTC) > now
