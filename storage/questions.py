"""What was asked in vain, and what people thought of an answer: for officers to read, and for a time only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import delete, insert, select

from storage.session import Session
from storage.tables import feedback

KEPT: Final = timedelta(days=90)
"""How long a question is kept."""

LONGEST: Final = 300
"""Characters of a question that are kept."""


class Opinion(StrEnum):
    """What a person thought of an answer; nothing where there was none to judge."""

    NONE = ""
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question with its numbers masked, how it ended, and what was thought of the answer.

    ``code`` is the procedure that was answered, empty where none was; ``reason`` says why it was no good.
    """

    at: datetime
    text: str
    outcome: str
    code: str = ""
    opinion: Opinion = Opinion.NONE
    reason: str = ""


async def note(session: Session, channel: str, chat: str, asked: Asked) -> None:
    """Keep a question; a new opinion on the same answer takes the place of the old one."""
    if asked.opinion is not Opinion.NONE:
        same = (feedback.c.code == asked.code, feedback.c.opinion != "")
        own = (feedback.c.channel == channel, feedback.c.chat == chat)
        await session.execute(delete(feedback).where(*own, *same))
    values = {
        "at": asked.at,
        "text": asked.text[:LONGEST],
        "outcome": asked.outcome,
        "code": asked.code,
        "opinion": asked.opinion.value,
        "reason": asked.reason,
    }
    await session.execute(insert(feedback).values(channel=channel, chat=chat, **values))


async def latest(session: Session, limit: int, *, opinion: Opinion | None = None) -> list[Asked]:
    """The newest first; with an ``opinion`` only those judged so (``NONE``: those that found nothing)."""
    query = select(feedback).order_by(feedback.c.id.desc()).limit(limit)
    if opinion is not None:
        query = query.where(feedback.c.opinion == opinion.value)
    return [
        Asked(
            at=row["at"],
            text=row["text"],
            outcome=row["outcome"],
            code=row["code"],
            opinion=Opinion(row["opinion"]),
            reason=row["reason"],
        )
        for row in (await session.execute(query)).mappings()
    ]


async def purge(session: Session, now: datetime) -> None:
    """Delete what was kept long enough."""
    await session.execute(delete(feedback).where(feedback.c.at < now - KEPT))
