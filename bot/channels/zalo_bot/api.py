"""The Zalo Bot Platform's API: a small client of our own, its errors in our words, its token out of them."""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.channels.zalo_bot.wire import Raw
from bot.errors import (
    ChannelAwayError,
    ChannelError,
    ChannelFullError,
    ChatGoneError,
    ReplyRefusedError,
    RetryLaterError,
    TokenRefusedError,
)

log = logging.getLogger(__name__)

SETTING = "MOTCUA_ZALO_BOT_TOKEN"

PATIENCE = 20.0
"""Seconds within which a call must be answered."""

NOTHING_NEW = 408
"""What a question for events ends with where nothing happened meanwhile."""

_KINDS: Mapping[int, type[ChannelError]] = {
    400: ReplyRefusedError,
    401: TokenRefusedError,
    403: ChatGoneError,
    404: TokenRefusedError,
}


class Api:
    """One bot. ``name`` is how people find it, ``http`` its way out."""

    def __init__(self, http: ClientSession, token: str, base: str) -> None:
        self.http = http
        self._address = f"{base.rstrip('/')}/bot{token}"
        self.name = ""

    async def introduce(self) -> None:
        """Learn who we are; raises TokenRefusedError where nobody is."""
        me = await self._call("getMe")
        self.name = str(me.get("display_name") or me.get("account_name") or "")

    async def event(self, held: int) -> Raw | None:
        """The next event, waiting up to ``held`` seconds; None where nothing happened.

        The platform knows no confirmation: it may give the same event again and again.
        """
        status, body = await self._post("getUpdates", {"timeout": str(held)}, held + PATIENCE)
        if NOTHING_NEW in (status, body.get("error_code")):
            return None
        return _result(status, body) or None

    async def send(self, chat: str, text: str) -> None:
        """Say something in a chat: 1 to 2,000 characters."""
        await self._call("sendMessage", chat_id=chat, text=text)

    async def typing(self, chat: str) -> None:
        """Let a chat see that somebody is typing."""
        await self._call("sendChatAction", chat_id=chat, action="typing")

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have events brought to us."""
        await self._call("setWebhook", url=url, secret_token=secret)

    async def delete_webhook(self) -> None:
        """Have events kept until we ask."""
        await self._call("deleteWebhook")

    async def webhook(self) -> str:
        """Where events are brought; empty where they are not."""
        status, body = await self._post("getWebhookInfo", {}, PATIENCE)
        return "" if status == 404 else str(_result(status, body).get("url", ""))

    async def _call(self, method: str, **params: str) -> Raw:
        return _result(*await self._post(method, params, PATIENCE))

    async def _post(self, method: str, params: Raw, patience: float) -> tuple[int, Raw]:
        """Status and body. What broke is told without its cause, which names the address and the token."""
        try:
            async with self.http.post(
                f"{self._address}/{method}", json=params, timeout=ClientTimeout(total=patience)
            ) as answer:
                body: Any = await answer.json(content_type=None)
                status = answer.status
                wait = answer.headers.get("Retry-After", "")
        except (ClientError, TimeoutError, ValueError) as error:
            raise ChannelAwayError(reason=type(error).__name__) from None
        if status == 429 and wait.isdecimal():
            raise RetryLaterError(seconds=float(wait))
        return status, body if isinstance(body, dict) else {}


@asynccontextmanager
async def connected(token: str, base: str) -> AsyncIterator[Api]:
    """A client that knows who it is.

    Raises TokenRefusedError, or ChannelAwayError where Zalo cannot be reached.
    """
    async with ClientSession() as http:
        api = Api(http, token, base)
        await api.introduce()
        yield api


def _result(status: int, body: Raw) -> Raw:
    """What a call gave; an error also where it comes with status 200."""
    if status < 300 and body.get("ok"):
        result = body.get("result")
        return result if isinstance(result, dict) else {}
    code = int(body.get("error_code") or status)
    reason = str(body.get("description") or f"status {status}")
    if code == 429:
        raise ChannelFullError(reason=reason)
    kind = _KINDS.get(code, ChannelAwayError)
    raise kind(reason=reason, setting=SETTING)
