"""When a chat last spoke to us, and until when a human being speaks there instead of us."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage.session import Session
from storage.tables import presences
from storage.upsert import insert


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What is known of a chat. ``phone`` is encrypted in the database; empty where nobody keeps it."""

    spoke_at: datetime
    human_until: datetime | None
    phone: str


async def get(session: Session, channel: str, chat: str) -> Presence | None:
    """What is known of the chat; None where it never spoke."""
    query = select(presences.c.spoke_at, presences.c.human_until, presences.c.phone)
    row = (await session.execute(query.where(*_own(channel, chat)))).one_or_none()
    return None if row is None else Presence(**row._mapping)


async def spoke(session: Session, channel: str, chat: str, at: datetime) -> None:
    """It spoke; what is told late never turns the clock back."""
    await _put(session, channel, chat, at)
    await session.execute(
        update(presences).where(*_own(channel, chat), presences.c.spoke_at < at).values(spoke_at=at)
    )


async def take_over(session: Session, channel: str, chat: str, *, at: datetime, until: datetime) -> None:
    """A human being answers the chat until then."""
    await _put(session, channel, chat, at)
    await _set(session, channel, chat, human_until=until)


async def hand_back(session: Session, channel: str, chat: str) -> None:
    """Nobody but us answers it."""
    await _set(session, channel, chat, human_until=None)


async def keep_phone(session: Session, channel: str, chat: str, number: str) -> None:
    """Keep a number by which the chat can be told of things."""
    await _set(session, channel, chat, phone=number)


async def _put(session: Session, channel: str, chat: str, at: datetime) -> None:
    await session.execute(
        insert(session, presences).values(channel=channel, chat=chat, spoke_at=at).on_conflict_do_nothing()
    )


async def _set(session: Session, channel: str, chat: str, **values: Any) -> None:
    await session.execute(update(presences).where(*_own(channel, chat)).values(**values))


def _own(channel: str, chat: str) -> tuple[Any, ...]:
    return presences.c.channel == channel, presences.c.chat == chat
