"""Telegram's Bot API: python-telegram-bot's client, its errors in our words, its token out of every log."""

import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.channels.proxy import proxy
from bot.channels.telegram.place import Place
from bot.channels.telegram.request import AiohttpRequest
from bot.errors import (
    ChannelAwayError,
    ChannelError,
    ChatGoneError,
    ChatMovedError,
    OtherPollerError,
    ReplyRefusedError,
    RetryLaterError,
    TokenRefusedError,
)

Raw = Mapping[str, Any]

CONNECTIONS = 64
SETTING = "MOTCUA_TELEGRAM_TOKEN"
NOBODY_THERE = "chat not found"

_KINDS: tuple[tuple[type[TelegramError], type[ChannelError]], ...] = (
    (Forbidden, ChatGoneError),
    (BadRequest, ReplyRefusedError),
    (InvalidToken, TokenRefusedError),
    (Conflict, OtherPollerError),
)

for noisy in ("httpx", "httpcore"):
    logging.getLogger(noisy).setLevel(logging.WARNING)  # their INFO names the address, and with it the token


class Api(Bot):
    """The client, and updates as they came: one that cannot be read must not hold up the others."""

    async def updates(self, offset: int | None, *, held: int, kinds: tuple[str, ...]) -> list[Raw]:
        """The next updates, waiting up to ``held`` seconds for one; ``offset`` confirms all before it."""
        asked = {"offset": offset, "timeout": held, "allowed_updates": list(kinds)}
        found: list[Raw] = await self._post(
            "getUpdates",
            {name: value for name, value in asked.items() if value is not None},
            read_timeout=held + 10,
        )
        return found

    async def typing(self, chat: str) -> None:
        """Let a chat see that somebody is typing."""
        place = Place.read(chat)
        with translated():
            await self.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.topic)


@asynccontextmanager
async def connected(token: str, base: str) -> AsyncIterator[Api]:
    """A client that knows who it is.

    Raises TokenRefusedError, or ChannelAwayError where Telegram cannot be reached.
    """
    api = Api(
        token,
        base_url=f"{base.rstrip('/')}/bot",
        base_file_url=f"{base.rstrip('/')}/file/bot",
        request=AiohttpRequest(CONNECTIONS, proxy(base)),
        get_updates_request=AiohttpRequest(1, proxy(base)),
    )
    try:
        with translated():
            await api.initialize()
        yield api
    finally:
        await api.shutdown()


@contextmanager
def translated() -> Iterator[None]:
    """Whatever Telegram refuses, in our words. The cause is left out: it may name the token."""
    try:
        yield
    except TelegramError as error:
        raise _ours(error) from None


def _ours(error: TelegramError) -> ChannelError:
    if isinstance(error, RetryAfter):
        return RetryLaterError(seconds=_seconds(error.retry_after))
    if isinstance(error, ChatMigrated):
        return ChatMovedError(chat=error.new_chat_id)
    if NOBODY_THERE in error.message.lower():
        return ChatGoneError(reason=error.message)
    ours = next((ours for theirs, ours in _KINDS if isinstance(error, theirs)), None)
    if ours is None:
        return ChannelAwayError(reason=type(error).__name__)
    return ours(reason=error.message, setting=SETTING)


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
