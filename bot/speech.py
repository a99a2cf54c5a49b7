"""Which language a chat is spoken to in, where we speak first."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.language import Language, Languages
from handlers.state import State
from storage import chats


async def spoken(session: AsyncSession, channel: str, chat: str, otherwise: str) -> Language:
    """The language the person chose, or the one named ``otherwise``."""
    languages = Languages.shipped()
    state = State.load(await chats.load_state(session, channel, chat))
    return languages.of(state.language if state.language in languages.names else otherwise)
