"""What an update means: a message for the conversation, or nothing that anybody waits for."""

import json
import logging
import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.telegram.channel import NAME
from bot.channels.telegram.commands import PRESSES
from bot.channels.telegram.place import Place
from bot.channels.telegram.wire import Pressed, Said, Update
from handlers.deep_links import Opening, read
from handlers.message import Kind, Message
from handlers.presses import Home
from motcua.text import clean_line
from storage.inbox import Envelope

log = logging.getLogger(__name__)

_COMMAND = re.compile(r"^/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?$", re.DOTALL)

_KINDS: tuple[tuple[str, Kind], ...] = (
    ("contact", Kind.CONTACT),
    ("location", Kind.LOCATION),
    ("photo", Kind.PICTURE),
    ("voice", Kind.VOICE),
    ("audio", Kind.VOICE),
    ("video_note", Kind.VOICE),
    ("sticker", Kind.STICKER),
    ("document", Kind.FILE),
    ("video", Kind.FILE),
    ("animation", Kind.OTHER),
    ("poll", Kind.OTHER),
    ("dice", Kind.OTHER),
)

_PRIVATE, _GROUPS = "private", ("group", "supergroup")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads for one bot: its number and its name are how it is spoken to in a group."""

    bot: int
    name: str

    def read(self, envelope: Envelope) -> Message | None:
        """What was claimed as it came."""
        update = Update.read(json.loads(envelope.body))
        if update is None:
            log.warning("update %s of Telegram cannot be read and is left", envelope.event_id)
            return None
        return self.message(update, envelope.at)

    def message(self, update: Update, at: datetime) -> Message | None:
        """The message, claimed by the update's number; None for what is not meant for us."""
        if update.callback_query:
            return self._press(update.callback_query, str(update.update_id), at)
        if update.edited_message:
            return self._edit(update.edited_message, str(update.update_id), at)
        if update.message and self._for_us(update.message):
            return self._said(update.message, str(update.update_id), at)
        return None

    def _press(self, pressed: Pressed, event: str, at: datetime) -> Message | None:
        if not pressed.data:
            return None
        place = _place(pressed.message) if pressed.message else Place(pressed.sender.id)
        return _made(place, event, at, Opening(press=pressed.data))

    def _edit(self, said: Said, event: str, at: datetime) -> Message | None:
        """A line that was corrected gets a kind word; a moving location or a caption does not."""
        if said.chat.type != _PRIVATE or not said.text:
            return None
        return _made(_place(said), event, at, Opening(), Kind.EDIT)

    def _said(self, said: Said, event: str, at: datetime) -> Message | None:
        text = self._without_name(said.text or said.caption)
        if text:
            return replace(_made(_place(said), event, at, _wish(text)), picture=_picture(said))
        kind = next((kind for name, kind in _KINDS if getattr(said, name) is not None), None)
        if kind:
            bare = _made(_place(said), event, at, Opening(), kind)
            return replace(bare, picture=_picture(said), spot=_spot(said), phone=_own_phone(said))
        called = said.text or said.caption  # by our name and nothing else
        return _made(_place(said), event, at, Opening(press=Home().encode())) if called else None

    def _for_us(self, said: Said) -> bool:
        """In a chat of two everything is; in a group what names us or answers us."""
        if said.sender is not None and said.sender.is_bot:
            return False
        if said.chat.type == _PRIVATE:
            return True
        return said.chat.type in _GROUPS and (self._named(said.text or said.caption) or self._answered(said))

    def _answered(self, said: Said) -> bool:
        first = said.reply_to_message
        return first is not None and first.sender is not None and first.sender.id == self.bot

    def _named(self, text: str) -> bool:
        return re.search(self._pattern, text, re.IGNORECASE) is not None

    def _without_name(self, text: str) -> str:
        return clean_line(re.sub(self._pattern, " ", text, flags=re.IGNORECASE))

    @property
    def _pattern(self) -> str:
        return rf"@{re.escape(self.name)}(?!\w)"


def _wish(text: str) -> Opening:
    """A command as its press, a command with more as that, anything else as it was said."""
    command = _COMMAND.match(text)
    if command is None:
        return Opening(text=text)
    name, _, rest = command.groups()
    if name.lower() == "start" and rest:
        return read(rest.strip())
    if rest:
        return Opening(text=clean_line(rest))
    press = PRESSES.get(name.lower())
    return Opening(press=press.encode()) if press else Opening(text=name)


def _own_phone(said: Said) -> str:
    """The sender's own number, shared between the two of us; Telegram itself says whose a number is."""
    card, sender = said.contact, said.sender
    if card is None or sender is None or said.chat.type != _PRIVATE or said.forward_origin is not None:
        return ""
    return card.phone_number if card.user_id == sender.id else ""


def _place(said: Said) -> Place:
    return Place(said.chat.id, said.message_thread_id if said.is_topic_message else None)


def _picture(said: Said) -> str:
    """The name of a picture, sent as one or as a file; of its sizes the largest, which comes last."""
    if said.photo:
        return said.photo[-1].file_id
    if said.document and said.document.mime_type.startswith("image/"):
        return said.document.file_id
    return ""


def _spot(said: Said) -> tuple[float, float] | None:
    return (said.location.latitude, said.location.longitude) if said.location else None


def _made(place: Place, event: str, at: datetime, wish: Opening, kind: Kind = Kind.WORDS) -> Message:
    return Message(
        channel=NAME,
        chat=place.text,
        event_id=event,
        at=at,
        text=wish.text,
        press=wish.press,
        kind=kind,
        public=place.public,
    )
