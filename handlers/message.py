"""What a person sends, the same from every channel."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What was sent. Of all but words and presses, only that it came is known yet."""

    WORDS = "words"
    PICTURE = "picture"
    VOICE = "voice"
    FILE = "file"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    EDIT = "edit"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line or one press. ``event_id`` is the channel's own and makes a repeated delivery harmless.

    ``public`` says that others read along: what is personal is not answered there.
    """

    channel: str
    chat: str
    event_id: str
    at: datetime
    text: str = ""
    press: str = ""
    kind: Kind = Kind.WORDS
    public: bool = False
