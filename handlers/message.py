"""What a person sends, the same from every channel."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What was sent."""

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

    ``public`` says that others read along: what is personal is not answered there. ``phone`` is a number
    that the channel itself vouches for as the sender's own, ``spot`` a latitude and longitude in degrees, and
    ``picture`` the channel's own name for a picture, by which it can fetch it. Of a picture that was looked
    at, ``text`` is what its code says.
    """

    channel: str
    chat: str
    event_id: str
    at: datetime
    text: str = ""
    press: str = ""
    kind: Kind = Kind.WORDS
    public: bool = False
    phone: str = ""
    spot: tuple[float, float] | None = None
    picture: str = ""

    @property
    def bare(self) -> "Message":
        """The same without what is the person's own and of no use once the message is answered.

        What a picture said goes with the picture.
        """
        seen = self.kind is Kind.PICTURE
        return replace(self, phone="", spot=None, picture="", text="" if seen else self.text)
