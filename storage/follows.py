"""Who proved a dossier, and who is told when it moves. Nobody reads or changes another chat's."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, delete, func, select, update

from storage.dossiers import number_of
from storage.session import Session
from storage.tables import dossiers, follows, notices
from storage.upsert import insert


class Role(StrEnum):
    """As whom somebody looks at a dossier."""

    APPLICANT = "applicant"
    HELPER = "helper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """The tie between a chat and a dossier it proved; ``followed_at`` is None where it only looked."""

    id: int
    dossier_id: int
    code: str
    role: Role
    opened_at: datetime
    followed_at: datetime | None


async def opened(
    session: Session, channel: str, chat: str, code: str, *, role: Role, now: datetime
) -> Follow | None:
    """Remember that the chat proved the dossier; None where there is no such dossier.

    Who proved it as the applicant stays the applicant.
    """
    dossier_id = await number_of(session, code)
    if dossier_id is None:
        return None
    again = {"opened_at": now} | ({"role": role.value} if role is Role.APPLICANT else {})
    follow_id: int = await session.scalar(
        insert(session, follows)
        .values(channel=channel, chat=chat, dossier_id=dossier_id, role=role.value, opened_at=now)
        .on_conflict_do_update(
            index_elements=[follows.c.channel, follows.c.chat, follows.c.dossier_id], set_=again
        )
        .returning(follows.c.id)
    )
    return await get(session, channel, chat, follow_id)


async def get(session: Session, channel: str, chat: str, follow_id: int) -> Follow | None:
    """One tie of this chat; None for somebody else's and for one that is not there."""
    row = (await session.execute(_of(channel, chat).where(follows.c.id == follow_id))).one_or_none()
    return None if row is None else _follow(row)


async def of_chat(session: Session, channel: str, chat: str) -> list[Follow]:
    """Every dossier the chat proved, the one opened last first."""
    rows = await session.execute(_of(channel, chat).order_by(follows.c.opened_at.desc(), follows.c.id.desc()))
    return [_follow(row) for row in rows]


async def follow(session: Session, follow_id: int, now: datetime) -> None:
    """Tell the chat from now on; following twice is following once."""
    await session.execute(
        update(follows)
        .where(follows.c.id == follow_id, follows.c.followed_at.is_(None))
        .values(followed_at=now)
    )


async def unfollow(session: Session, follow_id: int) -> None:
    """Tell the chat no more, not even what was waiting to be told."""
    await session.execute(update(follows).where(follows.c.id == follow_id).values(followed_at=None))
    await session.execute(
        delete(notices).where(notices.c.follow_id == follow_id, notices.c.due_at.is_not(None))
    )


async def helpers(session: Session, dossier_id: int) -> int:
    """How many others look at the dossier by the applicant's leave."""
    return await session.scalar(select(func.count()).select_from(follows).where(*_helping(dossier_id))) or 0


async def end_helpers(session: Session, dossier_id: int) -> None:
    """Take that leave back: their ties and what they were still to be told are gone."""
    await session.execute(delete(follows).where(*_helping(dossier_id)))


async def let_go(session: Session, channel: str, chat: str) -> None:
    """The chat cannot be reached any more, or wants nothing more: it follows nothing."""
    for tie in await of_chat(session, channel, chat):
        await unfollow(session, tie.id)


def _helping(dossier_id: int) -> tuple[Any, ...]:
    return follows.c.dossier_id == dossier_id, follows.c.role == Role.HELPER.value


def _of(channel: str, chat: str) -> Select[*tuple[Any, ...]]:
    columns = (follows.c.id, follows.c.dossier_id, follows.c.role, follows.c.opened_at, follows.c.followed_at)
    return (
        select(*columns, dossiers.c.code)
        .join_from(follows, dossiers, follows.c.dossier_id == dossiers.c.id)
        .where(follows.c.channel == channel, follows.c.chat == chat)
    )


def _follow(row: Any) -> Follow:
    return Follow(**{**row._mapping, "role": Role(row.role)})
