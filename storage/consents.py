"""Consent, provable: which wording a chat agreed to, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from storage.session import Session
from storage.tables import consents
from storage.upsert import insert


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The wording's version, and when it was agreed to."""

    version: int
    given_at: datetime


async def of_chat(session: Session, channel: str, chat: str) -> Consent | None:
    """What the chat agreed to; None where it was never asked or took it back."""
    query = select(consents.c.version, consents.c.given_at)
    row = (
        await session.execute(query.where(consents.c.channel == channel, consents.c.chat == chat))
    ).one_or_none()
    return None if row is None else Consent(version=row.version, given_at=row.given_at)


async def give(session: Session, channel: str, chat: str, *, version: int, now: datetime) -> None:
    """The chat agrees to this wording."""
    values = {"version": version, "given_at": now}
    await session.execute(
        insert(session, consents)
        .values(channel=channel, chat=chat, **values)
        .on_conflict_do_update(index_elements=[consents.c.channel, consents.c.chat], set_=values)
    )
