"""Where one talks on Telegram: a chat, and in a forum the topic within it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

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


def spoken_in(raw: Mapping[str, Any]) -> Place | None:
    """Where somebody wrote or pressed something, seen without reading all of it; None for other updates."""
    try:
        said = raw.get("message") or raw.get("edited_message")
        if said is None:
            press = raw["callback_query"]
            said = press.get("message") or {"chat": press["from"]}
        return _place(said)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def tells_more(raw: Mapping[str, Any]) -> bool:
    """Whether an update that was spoken has more to it: a press to be settled, a group that moved."""
    return "callback_query" in raw or "migrate_to_chat_id" in raw.get("message", {})


def _place(said: Any) -> Place:
    topic = said.get("message_thread_id") if said.get("is_topic_message") else None
    return Place(int(said["chat"]["id"]), topic)
