"""All that is kept of one chat: counted for the person, and erased when they say so, with a receipt."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Table, delete, func, insert, select

from storage.session import Session
from storage.tables import (
    chats,
    checklists,
    consents,
    drawn,
    erasures,
    feedback,
    follows,
    inbox,
    outbox,
    papers,
    presences,
)

_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without the signs that people take for each other."""

_KEPT: Final[Mapping[str, Table]] = {
    "lines": inbox,
    "replies": outbox,
    "checklists": checklists,
    "papers": papers,
    "questions": feedback,
    "dossiers": follows,
    "consents": consents,
    "state": chats,
}
"""Every table that knows a chat, by the word for what it holds."""

_TRACES: Final = (drawn, presences)
"""Tables of a channel's own that know it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof that something was erased: its number, and how many of what."""

    number: str
    at: datetime
    counts: Mapping[str, int]


async def held(session: Session, channel: str, chat: str) -> dict[str, int]:
    """How many of what are kept of the chat."""
    counts = {}
    for word, table in _KEPT.items():
        query = select(func.count()).select_from(table).where(*_own(table, channel, chat))
        counts[word] = await session.scalar(query) or 0
    return counts


async def erase(session: Session, channel: str, chat: str, now: datetime) -> Receipt:
    """Forget the chat: lines, replies, lists, papers at hand, questions, ties to dossiers, consent, state.

    Dossiers themselves belong to their agencies; here only the chat's tie to them is kept. The one line
    that is being answered stays until it is answered. Pauses after wrong tries stay too, or erasing would
    be a way around them; they go by themselves after a day.
    """
    counts = await held(session, channel, chat)
    for table in _KEPT.values():
        await session.execute(delete(table).where(*_own(table, channel, chat), *_finished(table)))
    for table in _TRACES:
        await session.execute(delete(table).where(*_own(table, channel, chat)))
    number = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    await session.execute(insert(erasures).values(receipt=number, at=now, counts=counts))
    return Receipt(number=number, at=now, counts=counts)


def _own(table: Table, channel: str, chat: str) -> tuple[ColumnElement[bool], ...]:
    return table.c.channel == channel, table.c.chat == chat


def _finished(table: Table) -> tuple[ColumnElement[bool], ...]:
    return (table.c.outcome.is_not(None),) if table is inbox else ()
