"""Checklists that last: what a person answered about their case and which papers they ticked off.

A chat has one checklist a procedure. Nobody reads or changes another chat's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, select, update

from storage.lock import hold
from storage.session import Session
from storage.tables import checklists
from storage.upsert import insert


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The papers of one person's case: ``answers`` by question, ``ticks`` by paper."""

    id: int
    procedure: str
    answers: Mapping[str, str] = field(default_factory=dict)
    ticks: frozenset[str] = frozenset()
    updated: datetime


async def start(
    session: Session,
    channel: str,
    chat: str,
    procedure: str,
    now: datetime,
    *,
    ticks: frozenset[str] = frozenset(),
) -> Checklist:
    """The chat's checklist of a procedure: the one it has, or a new one that begins with these ticks."""
    fresh = {"procedure": procedure, "answers": {}, "ticks": sorted(ticks), "updated_at": now}
    await session.execute(
        insert(session, checklists).values(channel=channel, chat=chat, **fresh).on_conflict_do_nothing()
    )
    rows = await session.execute(_of(channel, chat).where(checklists.c.procedure == procedure))
    return _checklist(rows.mappings().one())


async def get(session: Session, channel: str, chat: str, checklist_id: int) -> Checklist | None:
    """One checklist of this chat; None for somebody else's and for one that is not there."""
    rows = await session.execute(_of(channel, chat).where(checklists.c.id == checklist_id))
    row = rows.mappings().one_or_none()
    return None if row is None else _checklist(row)


async def of_chat(session: Session, channel: str, chat: str) -> list[Checklist]:
    """Every checklist of this chat, the one touched last first."""
    order = (checklists.c.updated_at.desc(), checklists.c.id.desc())
    rows = await session.execute(_of(channel, chat).order_by(*order))
    return [_checklist(row) for row in rows.mappings()]


async def answer(
    session: Session,
    channel: str,
    chat: str,
    checklist_id: int,
    *,
    question: str,
    choice: str,
    now: datetime,
) -> Checklist | None:
    """Keep the answer to a case question; a second answer replaces the first."""
    found = await _held(session, channel, chat, checklist_id)
    if found is None:
        return None
    answers = {**found.answers, question: choice}
    return await _save(session, replace(found, answers=answers, updated=now))


async def toggle(
    session: Session, channel: str, chat: str, checklist_id: int, *, paper: str, now: datetime
) -> Checklist | None:
    """Tick a paper off, or take the tick back."""
    found = await _held(session, channel, chat, checklist_id)
    if found is None:
        return None
    return await _save(session, replace(found, ticks=found.ticks ^ {paper}, updated=now))


async def restart(
    session: Session, channel: str, chat: str, checklist_id: int, *, now: datetime
) -> Checklist | None:
    """Forget the answers and the ticks."""
    found = await _held(session, channel, chat, checklist_id)
    if found is None:
        return None
    return await _save(session, replace(found, answers={}, ticks=frozenset(), updated=now))


async def _held(session: Session, channel: str, chat: str, checklist_id: int) -> Checklist | None:
    await hold(session, f"checklist {checklist_id}")
    return await get(session, channel, chat, checklist_id)


async def _save(session: Session, changed: Checklist) -> Checklist:
    await session.execute(
        update(checklists)
        .where(checklists.c.id == changed.id)
        .values(answers=dict(changed.answers), ticks=sorted(changed.ticks), updated_at=changed.updated)
    )
    return changed


def _of(channel: str, chat: str) -> Select[*tuple[Any, ...]]:
    return select(checklists).where(checklists.c.channel == channel, checklists.c.chat == chat)


def _checklist(row: RowMapping) -> Checklist:
    return Checklist(
        id=row["id"],
        procedure=row["procedure"],
        answers=row["answers"],
        ticks=frozenset(row["ticks"]),
        updated=row["updated_at"],
    )
