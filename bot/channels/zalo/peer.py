"""Whom we talk to on Zalo: somebody with an account, or somebody without one in one conversation."""

from dataclasses import dataclass
from typing import Self

_BETWEEN = "/"


@dataclass(frozen=True, slots=True)
class Peer:
    """``conversation`` is empty for people with an account; the others are known by it and by ``id``."""

    id: str
    conversation: str = ""

    @classmethod
    def read(cls, chat: str) -> Self:
        """The peer as ``chat`` wrote it."""
        person, _, conversation = chat.partition(_BETWEEN)
        return cls(person, conversation)

    @property
    def chat(self) -> str:
        """The name of the conversation in storage."""
        return f"{self.id}{_BETWEEN}{self.conversation}" if self.conversation else self.id

    @property
    def recipient(self) -> dict[str, str]:
        """How a message to them is addressed."""
        if self.conversation:
            return {"anonymous_id": self.id, "conversation_id": self.conversation}
        return {"user_id": self.id}
