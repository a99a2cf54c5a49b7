"""The seam of a channel: something that can bring a reply to a chat."""

from dataclasses import dataclass
from typing import Protocol

from handlers.reply import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One reply on its way. ``id`` grows within a chat, so a channel can tell what it has shown."""

    id: int
    chat: str
    reply: Reply


class Channel(Protocol):
    """One way to reach people; a new one is a class with these two names and a line in ``bot/app.py``."""

    name: str

    async def send(self, delivery: Delivery) -> None:
        """Bring one reply to its chat; raising means that it was not accepted and is tried again later."""
        ...
