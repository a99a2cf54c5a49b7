"""Where one talks on Telegram: a chat, and in a forum the topic within it."""

from dataclasses import dataclass
from typing import Self

_BETWEEN = "/"


@dataclass(frozen=True, slots=True)
class Place:
    """``topic`` is None outside forums."""

    chat: int
    topic: int | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """The place as ``text`` wrote it."""
        chat, _, topic = text.partition(_BETWEEN)
        return cls(int(chat), int(topic) if topic else None)

    @property
    def text(self) -> str:
        """The name of the conversation in storage."""
        return f"{self.chat}{_BETWEEN}{self.topic}" if self.topic else str(self.chat)

    @property
    def public(self) -> bool:
        """Whether others read along: groups have negative numbers."""
        return self.chat < 0
