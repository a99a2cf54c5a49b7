"""What an event says to us: a message for the conversation, or nothing that anybody waits for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.channels.zalo.event import Event
from bot.channels.zalo.payload import Payloads
from bot.channels.zalo.peer import Peer
from handlers.message import Kind, Message
from handlers.presses import Start
from storage.inbox import Envelope

NAME = "zalo"

_SENT = ("user_send_", "anonymous_send_")
_KINDS: Mapping[str, Kind] = {
    "text": Kind.WORDS,
    "image": Kind.PICTURE,
    "gif": Kind.PICTURE,
    "audio": Kind.VOICE,
    "video": Kind.FILE,
    "file": Kind.FILE,
    "sticker": Kind.STICKER,
    "location": Kind.LOCATION,
    "business_card": Kind.CONTACT,
    "link": Kind.OTHER,
}
"""Kinds of messages by the end of their event's name; one that Zalo invents later is of the kind OTHER."""

_GREETED = ("follow", "user_click_chatnow")
_SHARED = "user_submit_info"


class Reader:
    """Reads for one account, empty meaning whichever it is; ``payloads`` knows our buttons."""

    def __init__(self, payloads: Payloads, account: str = "") -> None:
        self._payloads = payloads
        self._account = account

    def concerns(self, event: Event) -> bool:
        """Whether it is about our account: an app has one webhook for all of its accounts."""
        return not self._account or not event.account or event.account == self._account

    def read(self, received: Envelope) -> Message | None:
        """What was claimed as it came, read when its turn comes."""
        event = Event.read(received.body.encode())
        return self.message(event, Peer.read(received.chat), received.at) if event else None

    def message(self, event: Event, peer: Peer, at: datetime) -> Message | None:
        """The message; None for what asks for no answer."""
        message = Message(channel=NAME, chat=peer.chat, event_id=event.id, at=at)
        if event.name in _GREETED:
            return replace(message, press=Start().encode())
        if event.name == _SHARED:
            return replace(message, kind=Kind.CONTACT, phone=_phone(event))
        kind = _kind(event.name)
        return self._sent(message, event, kind) if kind else None

    def _sent(self, message: Message, event: Event, kind: Kind) -> Message:
        text = event.text("message", "text")
        if press := self._payloads.read(message.chat, text):
            return replace(message, press=press)
        picture = str(event.attachment.get("url", "")) if kind is Kind.PICTURE else ""
        if text:
            return replace(message, text=text, picture=picture)
        return replace(message, kind=kind, picture=picture, spot=_spot(event))


def _kind(name: str) -> Kind | None:
    for begins in _SENT:
        if name.startswith(begins) and not name.startswith(f"{begins}group"):
            return _KINDS.get(name.removeprefix(begins), Kind.OTHER)
    return None


def _phone(event: Event) -> str:
    """The number that Zalo vouches for, as it is dialled in Vietnam."""
    digits = "".join(mark for mark in event.text("info", "phone") if mark.isascii() and mark.isdigit())
    return "0" + digits.removeprefix("84") if digits.startswith("84") else digits


def _spot(event: Event) -> tuple[float, float] | None:
    """Latitude and longitude, which come as texts; None where they are no place on Earth."""
    where = event.attachment.get("coordinates")
    told = where if isinstance(where, Mapping) else {}
    try:
        latitude, longitude = float(told["latitude"]), float(told["longitude"])
    except (KeyError, TypeError, ValueError):
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
