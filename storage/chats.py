"""Where each conversation stands: one state a chat, which only the dialogue can read."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.lock import hold, reads_only
from storage.session import Session
from storage.tables import chats
from storage.upsert import insert, insert_into

_STATE = select(chats.c.state).where(
    chats.c.channel == bindparam("which"), chats.c.chat == bindparam("whose")
)


@cache
def _save(dialect: str) -> Any:
    new = insert_into(dialect, chats)
    set_ = {"state": new.excluded.state, "updated_at": new.excluded.updated_at}
    return new.on_conflict_do_update(index_elements=[chats.c.channel, chats.c.chat], set_=set_)


async def load_state(session: Session, channel: str, chat: str) -> str | None:
    """The chat's state; None for a new chat.

    In a writing transaction the chat is held until its end, so a state that is read and then saved is
    never saved over somebody else's.
    """
    if not reads_only(session):
        await hold(session, f"chat {channel} {chat}")
    return await session.scalar(_STATE, {"which": channel, "whose": chat})


async def save_state(session: Session, channel: str, chat: str, state: str, now: datetime) -> None:
    """Replace the chat's state."""
    values = {"channel": channel, "chat": chat, "state": state, "updated_at": now}
    await session.execute(_save(session.dialect.name), values)


async def move(session: Session, channel: str, chat: str, to: str) -> None:
    """Go on in another chat; where that one has a state already, it keeps its own."""
    state = await load_state(session, channel, chat)
    if state is None:
        return
    known = select(chats.c.updated_at).where(chats.c.channel == channel, chats.c.chat == chat)
    await session.execute(
        insert(session, chats)
        .values(channel=channel, chat=to, state=state, updated_at=known.scalar_subquery())
        .on_conflict_do_nothing()
    )
    await session.execute(delete(chats).where(chats.c.channel == channel, chats.c.chat == chat))
