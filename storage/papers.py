"""Which kinds of papers a person has at hand, kept only where they wished it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select

from storage.session import Session
from storage.tables import papers
from storage.upsert import insert


async def keep(session: Session, channel: str, chat: str, kinds: Iterable[str], now: datetime) -> None:
    """Remember these kinds; one that is remembered already stays as it is."""
    rows = [{"channel": channel, "chat": chat, "kind": kind, "at": now} for kind in sorted(set(kinds))]
    if rows:
        await session.execute(insert(session, papers).values(rows).on_conflict_do_nothing())


async def drop(session: Session, channel: str, chat: str, kind: str) -> None:
    """Remember one kind no longer."""
    await session.execute(delete(papers).where(*_own(channel, chat), papers.c.kind == kind))


async def forget(session: Session, channel: str, chat: str) -> None:
    """Remember none."""
    await session.execute(delete(papers).where(*_own(channel, chat)))


async def of_chat(session: Session, channel: str, chat: str) -> frozenset[str]:
    """The kinds that are remembered."""
    return frozenset(await session.scalars(select(papers.c.kind).where(*_own(channel, chat))))


def _own(channel: str, chat: str) -> tuple[ColumnElement[bool], ...]:
    return papers.c.channel == channel, papers.c.chat == chat
