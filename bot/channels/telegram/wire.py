"""What Telegram tells us, as far as we read it. Whatever else an update holds is left alone."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.channels.telegram.api import Raw


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Person(_Part):
    """Somebody who writes, a bot included."""

    id: int
    is_bot: bool = False


class Chat(_Part):
    """Where it was written: ``private``, ``group``, ``supergroup`` or ``channel``."""

    id: int
    type: str


class Contact(_Part):
    """A visiting card; ``user_id`` is whose number it is, where Telegram knows."""

    user_id: int | None = None
    phone_number: str = ""


class Spot(_Part):
    """A place on the map, in degrees."""

    latitude: float = 0.0
    longitude: float = 0.0


class Size(_Part):
    """A picture in one of its sizes, or a file that may be one."""

    file_id: str = ""
    mime_type: str = ""


class Said(_Part):
    """A message. Of what is no text only that it is there matters."""

    message_id: int
    chat: Chat
    sender: Person | None = Field(default=None, alias="from")
    text: str = ""
    caption: str = ""
    message_thread_id: int | None = None
    is_topic_message: bool = False
    reply_to_message: "Said | None" = None
    migrate_to_chat_id: int | None = None
    forward_origin: object = None
    contact: Contact | None = None
    photo: list[Size] | None = None
    voice: object = None
    audio: object = None
    video_note: object = None
    document: Size | None = None
    video: object = None
    animation: object = None
    sticker: object = None
    location: Spot | None = None
    poll: object = None
    dice: object = None


class Pressed(_Part):
    """A press of a button under one of our messages."""

    id: str
    sender: Person = Field(alias="from")
    message: Said | None = None
    data: str = ""


class Asked(_Part):
    """A line typed after our name in any chat."""

    id: str
    sender: Person = Field(alias="from")
    query: str


class Standing(_Part):
    """What we are in a chat."""

    status: str


class Moved(_Part):
    """Our standing in a chat changed."""

    chat: Chat
    new_chat_member: Standing


class Update(_Part):
    """One event. All but its number may be missing."""

    update_id: int
    message: Said | None = None
    edited_message: Said | None = None
    callback_query: Pressed | None = None
    inline_query: Asked | None = None
    my_chat_member: Moved | None = None

    @classmethod
    def read(cls, raw: Raw) -> Self | None:
        """The event; None where it cannot be read, and asking for it again would not help."""
        try:
            return cls.model_validate(raw)
        except ValidationError:
            return None


KINDS = tuple(name for name in Update.model_fields if name != "update_id")
"""The kinds of update that Telegram is asked for."""
