"""The seam of a channel: something that can bring a reply to a chat."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.pacing import Rate
from handlers.reply import Reply


def unhurried(chat: str) -> Rate | None:
    """No limit for any chat."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What a channel can do, and how much of it.

    ``text_limit`` counts UTF-16 units of one message, 0 being no limit; without ``buttons`` choices are
    numbered, without ``edit`` a reply that changed is sent anew. Where people ``reread`` replies here, the
    files of what was sent are kept. ``rate`` holds for all chats together, ``chat_rate`` for each.
    """

    buttons: bool = False
    edit: bool = False
    typing: bool = False
    pictures: bool = False
    contact: bool = False
    location: bool = False
    reread: bool = False
    text_limit: int = 0
    rate: Rate | None = None
    chat_rate: Callable[[str], Rate | None] = unhurried


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One reply on its way. ``id`` grows within a chat, so a channel can tell what it has shown."""

    id: int
    chat: str
    reply: Reply


class Channel(Protocol):
    """One way to reach people. See ``docs/how-to/add-a-channel.md``."""

    name: str

    @property
    def abilities(self) -> Abilities:
        """What it can do."""
        ...

    async def send(self, delivery: Delivery) -> None:
        """Bring one reply to its chat.

        Raises RetryLaterError, ReplyRefusedError, ChatGoneError or ChatMovedError where the channel said so;
        any other error means that it was not accepted and is tried again later.
        """
        ...
