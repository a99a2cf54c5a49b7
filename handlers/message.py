"""What a person sends, the same from every channel."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line or one press. ``event_id`` is the channel's own and makes a repeated delivery harmless."""

    channel: str
    chat: str
    event_id: str
    at: datetime
    text: str = ""
    press: str = ""
