"""Where a channel shows a reply that may change, so that the next one takes its place."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from storage.session import Session
from storage.tables import drawn
from storage.upsert import insert


async def marks(session: Session, channel: str, chat: str, key: str) -> tuple[int, ...]:
    """The channel's own numbers of the messages that show it, in order; none where it was never shown."""
    found = await session.scalar(
        select(drawn.c.marks).where(drawn.c.channel == channel, drawn.c.chat == chat, drawn.c.key == key)
    )
    return tuple(found or ())


async def remember(
    session: Session, channel: str, chat: str, key: str, *, marks: Sequence[int], at: datetime
) -> None:
    """From now on these messages show it."""
    values = {"marks": list(marks), "at": at}
    await session.execute(
        insert(session, drawn)
        .values(channel=channel, chat=chat, key=key, **values)
        .on_conflict_do_update(index_elements=[drawn.c.channel, drawn.c.chat, drawn.c.key], set_=values)
    )
