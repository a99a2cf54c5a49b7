"""Where updates come in, however they came: claimed as they are, read when it is their turn."""

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

from bot.channels.telegram.api import Api, Raw, translated
from bot.channels.telegram.channel import NAME
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.place import Place, spoken_in, tells_more
from bot.channels.telegram.reading import Reader
from bot.channels.telegram.wire import Update
from bot.channels.typing import Typing
from bot.errors import ChannelError
from bot.moving import move
from handlers.message import Message
from motcua.clock import Clock, utc_now
from storage.database import Database
from storage.inbox import Envelope

log = logging.getLogger(__name__)

Gone = Callable[[str, str], Awaitable[None]]
"""Told of a channel and a chat in which nobody can be reached any more."""

_OUT = ("kicked", "left")
"""What we are to whoever blocked us or sent us out."""


class Lanes(Protocol):
    """Where what came in is handed over."""

    async def take(self, envelope: Envelope) -> bool:
        """Take it to be answered in its chat's order; False where it was taken before."""
        ...


class Door:
    """Takes updates into the lanes as they came. One that was taken is safe; taking it again does nothing.

    ``gone`` is told of chats that blocked us or sent us out.
    """

    def __init__(
        self,
        api: Api,
        lanes: Lanes,
        database: Database,
        typing: Typing,
        *,
        inline: Inline | None = None,
        gone: Gone | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self._api = api
        self._lanes = lanes
        self._database = database
        self._typing = typing
        self._inline = inline
        self._gone = gone
        self._clock = clock
        self._reader = Reader(bot=api.id, name=api.username)
        self._courtesies: set[asyncio.Task[None]] = set()

    async def take(self, raw: Raw) -> None:
        """Take one update; raises only where it could not be kept and must come again."""
        place = spoken_in(raw)
        if place is not None:
            await self._lanes.take(self._envelope(place, raw))
        update = Update.read(raw) if not place or tells_more(raw) else None
        if update is not None:
            await self._note(update)
        elif place is None:
            log.warning("update %s of Telegram cannot be read and is left", raw.get("update_id"))

    def read(self, envelope: Envelope) -> Message | None:
        """What an update that was taken says to us; where answering takes long, "typing" is shown."""
        message = self._reader.read(envelope)
        if message is not None:
            self._typing.begin(message.chat)
        return message

    async def close(self) -> None:
        """Finish the courtesies that were begun."""
        self._typing.close()
        await asyncio.gather(*self._courtesies)

    def _envelope(self, place: Place, raw: Raw) -> Envelope:
        return Envelope(
            channel=NAME,
            chat=place.text,
            event_id=str(raw["update_id"]),
            body=json.dumps(raw, ensure_ascii=False),
            at=self._clock(),
            raw=True,
        )

    async def _note(self, update: Update) -> None:
        """What cannot wait for the chat's turn, or belongs to none."""
        said, us = update.message, update.my_chat_member
        if said is not None and said.migrate_to_chat_id is not None:
            async with self._database.writing() as session:
                await move(session, NAME, Place(said.chat.id).text, Place(said.migrate_to_chat_id).text)
        if us is not None and self._gone and us.new_chat_member.status in _OUT:
            await self._gone(NAME, Place(us.chat.id).text)
        if update.callback_query:
            self._soon(self._settle(update.callback_query.id))
        if update.inline_query and self._inline:
            self._soon(self._inline.answer(update.inline_query))

    async def _settle(self, query: str) -> None:
        """Let the button stop spinning; one that is too old has stopped by itself."""
        with contextlib.suppress(ChannelError), translated():
            await self._api.answer_callback_query(query)

    def _soon(self, courtesy: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(courtesy)
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)
