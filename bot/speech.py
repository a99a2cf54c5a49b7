"""Which language a chat is spoken to in, where we speak first."""

from handlers.language import Language, Languages
from handlers.state import State
from storage import chats
from storage.session import Session


async def spoken(session: Session, channel: str, chat: str, otherwise: str) -> Language:
    """The language the person chose, or the one named ``otherwise``."""
    languages = Languages.shipped()
    state = State.load(await chats.load_state(session, channel, chat))
    return languages.of(state.language if state.language in languages.names else otherwise)
