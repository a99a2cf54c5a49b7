"""What an event means: a message for the conversation, or nothing that anybody waits for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.channels.zalo_bot.channel import NAME
from bot.channels.zalo_bot.place import Place
from bot.channels.zalo_bot.wire import GROUP, Event, Said
from handlers.message import Kind, Message
from handlers.presses import Home
from motcua.text import clean_line
from storage.inbox import Envelope

_KINDS: Mapping[str, Kind] = {
    "message.image.received": Kind.PICTURE,
    "message.sticker.received": Kind.STICKER,
    "message.voice.received": Kind.VOICE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads for one bot: its name is how it is spoken to in a group."""

    name: str

    def read(self, envelope: Envelope) -> Message | None:
        """What was claimed as it came."""
        event = Event.read(json.loads(envelope.body))
        return self.message(event, envelope.at) if event else None

    def message(self, event: Event, at: datetime) -> Message | None:
        """The message, claimed by its own id; None for what is not meant for us."""
        said = event.message
        if said is None or said.sender.is_bot:
            return None
        text = clean_line(said.text or said.caption)
        if not place(said).public:
            return _made(said, at, text=text, kind=_kind(event, text), picture=said.picture)
        if not self._named(text):
            return None
        text = self._without_name(text)
        return _made(said, at, text=text, press="" if text else Home().encode())

    def _named(self, text: str) -> bool:
        return bool(self.name) and re.search(self._pattern, text, re.IGNORECASE) is not None

    def _without_name(self, text: str) -> str:
        return clean_line(re.sub(self._pattern, " ", text, flags=re.IGNORECASE))

    @property
    def _pattern(self) -> str:
        return rf"@?{re.escape(clean_line(self.name))}(?!\w)"


def place(said: Said) -> Place:
    """Where it was written."""
    return Place(said.chat.id, public=said.chat.chat_type == GROUP)


def _kind(event: Event, text: str) -> Kind:
    return Kind.WORDS if text else _KINDS.get(event.event_name, Kind.OTHER)


def _made(
    said: Said, at: datetime, *, text: str, kind: Kind = Kind.WORDS, press: str = "", picture: str = ""
) -> Message:
    return Message(
        channel=NAME,
        chat=place(said).text,
        event_id=said.message_id,
        at=at,
        text=text,
        press=press,
        kind=kind,
        picture=picture,
        public=place(said).public,
    )
