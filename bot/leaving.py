"""A chat in which nobody can be reached any more: the bot was blocked, or sent out of the group."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage import follows, outbox


async def leave(session: AsyncSession, channel: str, chat: str) -> None:
    """Give up what was still to be said there, and follow nothing for it; its lists stay for its return."""
    await follows.let_go(session, channel, chat)
    await outbox.abandon(session, channel=channel, chat=chat)
