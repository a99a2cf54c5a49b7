"""What is to be said: added with the state that says it, sent afterwards, each chat in order."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Select, Update, bindparam, exists, insert, select, update

from storage.columns import Moment
from storage.session import Session
from storage.tables import outbox

LIMIT = 200
"""As many replies as are read at once unless told otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One reply. ``tries`` counts the times a channel did not take it."""

    id: int
    channel: str
    chat: str
    inbox_id: int | None
    body: str
    created_at: datetime
    tries: int


_OUTGOING = select(
    outbox.c.id,
    outbox.c.channel,
    outbox.c.chat,
    outbox.c.inbox_id,
    outbox.c.body,
    outbox.c.created_at,
    outbox.c.tries,
)


_ADD = insert(outbox).returning(outbox.c.id)


async def add(
    session: Session, *, channel: str, chat: str, inbox_id: int | None, body: str, now: datetime
) -> int:
    """Queue a reply and return its id; ids of one chat grow in the order in which its replies are said."""
    row = {"channel": channel, "chat": chat, "inbox_id": inbox_id, "body": body}
    times = {"created_at": now, "due_at": now, "tries": 0}
    row_id: int = await session.scalar(_ADD, row | times)
    return row_id


async def due(
    session: Session,
    *,
    now: datetime,
    channel: str | Collection[str] | None = None,
    but: Collection[str] = (),
    among: Collection[str] | None = None,
    limit: int = LIMIT,
) -> list[Outgoing]:
    """The replies to send now, oldest first: not to the chats of ``but``, and to those ``among`` only.

    Behind a reply that waits for its next try all later ones of its chat wait too. Whoever sends these
    in turn leaves the rest of a chat alone once one of its replies was not taken.
    """
    channels = [channel] if isinstance(channel, str) else channel
    query = _due(channels is not None, among is not None)
    given = {"now": now, "channels": list(channels or ()), "but": list(but), "among": list(among or ())}
    rows = await session.execute(query.limit(limit), given)
    return [Outgoing(**row) for row in rows.mappings()]


@cache
def _due(channels: bool, among: bool) -> Select[*tuple[object, ...]]:
    now = bindparam("now", type_=Moment)
    earlier = outbox.alias()
    held_up = exists().where(
        earlier.c.channel == outbox.c.channel,
        earlier.c.chat == outbox.c.chat,
        earlier.c.id < outbox.c.id,
        earlier.c.due_at > now,
    )
    query = _OUTGOING.where(outbox.c.due_at <= now, ~held_up)
    query = query.where(outbox.c.chat.not_in(bindparam("but", expanding=True)))
    if channels:
        query = query.where(outbox.c.channel.in_(bindparam("channels", expanding=True)))
    if among:
        query = query.where(outbox.c.chat.in_(bindparam("among", expanding=True)))
    return query.order_by(outbox.c.id)


_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("which"))
    .values(sent_at=bindparam("now", type_=Moment), due_at=None)
)


async def mark_sent(session: Session, outbox_id: int, now: datetime) -> None:
    """The channel took it."""
    await session.execute(_SENT, {"which": outbox_id, "now": now})


async def replace(session: Session, outbox_id: int, body: str) -> None:
    """Keep this in the place of what was said."""
    await session.execute(update(outbox).where(outbox.c.id == outbox_id).values(body=body))


async def mark_failed(session: Session, outbox_id: int, now: datetime, retry_at: datetime | None) -> None:
    """The channel did not take it: try again at ``retry_at``, or give it up where that is None.

    A reply that was given up stays in the outbox, unsent, and no longer holds up the ones behind it.
    """
    await session.execute(
        update(outbox)
        .where(outbox.c.id == outbox_id, outbox.c.sent_at.is_(None))
        .values(due_at=retry_at, tries=outbox.c.tries + 1)
    )


async def abandon(session: Session, *, channel: str, chat: str) -> int:
    """Give up all that was still to be said in a chat; gives how many replies that were."""
    unsent = _unsent(channel, chat).values(due_at=None, tries=outbox.c.tries + 1)
    return len((await session.execute(unsent.returning(outbox.c.id))).all())


async def readdress(session: Session, *, channel: str, chat: str, to: str) -> None:
    """Say in another chat what was still to be said in this one: the channel moved it."""
    await session.execute(_unsent(channel, chat).values(chat=to))


async def get(session: Session, channel: str, chat: str, outbox_id: int) -> Outgoing | None:
    """One reply of this chat, sent or not; None for somebody else's and for one that is not there."""
    query = _OUTGOING.where(outbox.c.channel == channel, outbox.c.chat == chat, outbox.c.id == outbox_id)
    return next(iter(await _read(session, query)), None)


async def after(
    session: Session, channel: str, chat: str, after_id: int, limit: int = LIMIT
) -> list[Outgoing]:
    """The chat's replies later than one it has seen, sent or not, oldest first."""
    query = _OUTGOING.where(outbox.c.channel == channel, outbox.c.chat == chat, outbox.c.id > after_id)
    return await _read(session, query.order_by(outbox.c.id).limit(limit))


def _unsent(channel: str, chat: str) -> Update:
    return update(outbox).where(
        outbox.c.channel == channel, outbox.c.chat == chat, outbox.c.due_at.is_not(None)
    )


async def _read(session: Session, query: Select[*tuple[object, ...]]) -> list[Outgoing]:
    return [Outgoing(**row) for row in (await session.execute(query)).mappings()]
