"""Telegram as a channel: replies go out as messages, and one that changed takes its own place."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from telegram import InputFile, LinkPreviewOptions, ReplyKeyboardRemove
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.channels.base import Abilities, Delivery
from bot.channels.telegram.api import Api, translated
from bot.channels.telegram.keyboard import Keyboard, sharing
from bot.channels.telegram.markup import LIMIT
from bot.channels.telegram.place import Place
from bot.channels.telegram.render import Part, parts
from bot.channels.typing import Typing
from bot.errors import PictureTooLargeError
from bot.pacing import Rate
from bot.qr_reading import HEAVIEST
from bot.speech import spoken
from handlers.language import DEFAULT, later
from handlers.reply import File, Reply, Wish
from motcua.clock import Clock, utc_now
from storage import drawn
from storage.database import Database

NAME = "telegram"

PRIVATE = Rate(per_second=1, burst=3)
"""Telegram asks for one message a second and lets a short burst pass."""

GROUP = Rate(per_second=20 / 60)
ALL = Rate(per_second=30)

_SAME = "message is not modified"
_LOST = ("message to edit not found", "message can't be edited", "message_id_invalid")
_QUIET = LinkPreviewOptions(is_disabled=True)


Step = Callable[[], Awaitable[int]]
"""One message put, changed or taken away; gives its number."""


_OFFERS: Mapping[Wish, tuple[str, str]] = {
    Wish.PHONE: (
        later(
            "You can also share the phone number you filed with, by the button below. I use it only to find "
            "your dossiers and do not keep it."
        ),
        later("📱 Share my phone number"),
    ),
    Wish.SPOT: (
        later(
            "You can also send where you are, by the button below. I only look which commune that is and do "
            "not keep the spot."
        ),
        later("📍 Send where I am"),
    ),
}
"""What the person may share: why, and what stands on the button."""


def chat_rate(chat: str) -> Rate:
    """How fast one chat may be written to."""
    return GROUP if Place.read(chat).public else PRIVATE


class TelegramChannel:
    """Sends through one bot.

    A message can come twice where the connection breaks after Telegram took it and before it said so: the
    Bot API has no way to ask.
    """

    name = NAME
    abilities = Abilities(
        buttons=True,
        edit=True,
        typing=True,
        pictures=True,
        contact=True,
        location=True,
        text_limit=LIMIT,
        rate=ALL,
        chat_rate=chat_rate,
    )

    def __init__(
        self,
        api: Api,
        database: Database,
        typing: Typing,
        *,
        language: str = DEFAULT,
        clock: Clock = utc_now,
    ) -> None:
        self._api = api
        self._database = database
        self._typing = typing
        self._language = language
        self._clock = clock
        self._begun: dict[int, list[int]] = {}

    async def send(self, delivery: Delivery) -> None:
        """Show a reply, then its files; one whose key was shown before replaces what stands there.

        What was taken of a reply, a message or a file, is not sent again when it is tried anew.
        """
        self._typing.end(delivery.chat)
        place = Place.read(delivery.chat)
        keyboard = Keyboard(bot=self._api.username, public=place.public)
        earlier = await self._earlier(delivery)
        drawn_now = _closing(parts(delivery.reply, keyboard), delivery.reply, place)
        asked = [partial(self._offer, place, wish) for wish in _wishes(delivery.reply, place)]
        steps: list[Step] = [
            *asked,
            *(partial(self._put, place, part, mark) for part, mark in zip_longest(drawn_now, earlier)),
            *(partial(self._hand_over, place, file) for file in delivery.reply.files),
        ]
        with translated():
            taken = await self._go(delivery.id, steps)
        marks = tuple(taken[len(asked) : len(asked) + len(drawn_now)])
        if delivery.reply.key and marks != earlier:
            await self._remember(delivery, marks)

    async def picture(self, handle: str) -> bytes:
        """A picture that somebody sent; raises where it is gone, or larger than anyone looks at."""
        with translated():
            file = await self._api.get_file(handle)
            if (file.file_size or 0) > HEAVIEST:
                raise PictureTooLargeError(size=file.file_size)
            return bytes(await file.download_as_bytearray())

    async def _go(self, number: int, steps: Sequence[Step]) -> list[int]:
        """Take every step that was not taken when this was last tried; gives the messages' numbers."""
        begun = self._begun.pop(number, [])
        try:
            for step in steps[len(begun) :]:
                begun.append(await step())
        except Exception:
            if begun:
                self._begun[number] = begun
            raise
        return begun

    async def _put(self, place: Place, part: Part | None, mark: int | None) -> int:
        if part is None:
            return await self._remove(place, mark or 0)
        if mark is not None and await self._replaced(place, part, mark):
            return mark
        return await self._new(place, part)

    async def _new(self, place: Place, part: Part) -> int:
        sent = await self._api.send_message(
            place.chat,
            part.html,
            parse_mode=ParseMode.HTML,
            reply_markup=ReplyKeyboardRemove() if part.closing else part.keyboard,
            link_preview_options=_QUIET,
            message_thread_id=place.topic,
        )
        return sent.message_id

    async def _offer(self, place: Place, wish: Wish) -> int:
        """The button has to hang on a message of its own: what is asked has buttons of another kind."""
        async with self._database.reading() as session:
            say = await spoken(session, NAME, place.text, self._language)
        why, label = _OFFERS[wish]
        sent = await self._api.send_message(place.chat, say(why), reply_markup=sharing(say(label), wish))
        return sent.message_id

    async def _hand_over(self, place: Place, file: File) -> int:
        """A picture is shown, whatever else there is lies there to be opened."""
        content = InputFile(file.content, filename=file.name)
        if file.media_type == "image/png":
            sent = await self._api.send_photo(place.chat, content, message_thread_id=place.topic)
        else:
            sent = await self._api.send_document(place.chat, content, message_thread_id=place.topic)
        return sent.message_id

    async def _replaced(self, place: Place, part: Part, mark: int) -> bool:
        try:
            await self._api.edit_message_text(
                part.html,
                chat_id=place.chat,
                message_id=mark,
                parse_mode=ParseMode.HTML,
                reply_markup=part.keyboard,
                link_preview_options=_QUIET,
            )
        except BadRequest as error:
            said = error.message.lower()
            if any(words in said for words in _LOST):
                return False
            if _SAME not in said:
                raise
        return True

    async def _remove(self, place: Place, mark: int) -> int:
        try:
            await self._api.delete_message(place.chat, mark)
        except BadRequest:  # gone already, or too old: it stays where it is
            return mark
        return mark

    async def _earlier(self, delivery: Delivery) -> tuple[int, ...]:
        if not delivery.reply.key:
            return ()
        async with self._database.reading() as session:
            return await drawn.marks(session, NAME, delivery.chat, delivery.reply.key)

    async def _remember(self, delivery: Delivery, marks: tuple[int, ...]) -> None:
        async with self._database.writing() as session:
            await drawn.remember(
                session, NAME, delivery.chat, delivery.reply.key, marks=marks, at=self._clock()
            )


def _wishes(reply: Reply, place: Place) -> Sequence[Wish]:
    """Where others read along, nobody is asked for a number or where they are."""
    return (reply.wish,) if reply.wish and not place.public else ()


def _closing(drawn_now: list[Part], reply: Reply, place: Place) -> list[Part]:
    """What has no buttons takes the one for sharing away; what may change later cannot."""
    *others, last = drawn_now
    if last.keyboard or reply.key or place.public:
        return drawn_now
    return [*others, replace(last, closing=True)]
