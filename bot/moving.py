"""A chat that goes on under another name, as a Telegram group does once it has grown."""

from storage import chats, outbox
from storage.session import Session


async def move(session: Session, channel: str, chat: str, to: str) -> None:
    """Take along where the conversation stands and what was still to be said."""
    await chats.move(session, channel, chat, to)
    await outbox.readdress(session, channel=channel, chat=chat, to=to)
