"""The webhook: Telegram posts updates to our own web server, and signs them with a secret of ours."""

import hmac
import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.telegram.door import Door

HEADER = "X-Telegram-Bot-Api-Secret-Token"

BODY_LIMIT = 1024 * 1024
"""Bytes of one update: a long message quoting another takes some 40 KB."""


class Webhook:
    """One path. It answers as soon as an update is kept; where keeping fails, Telegram brings it again."""

    def __init__(self, door: Door, url: str, secret: str) -> None:
        self._door = door
        self._path = "/telegram/" + urlsplit(url).path.rsplit("/", 1)[-1]
        self._secret = secret.encode()

    def routes(self) -> Sequence[web.RouteDef]:
        """Where it listens, behind whatever path a proxy cuts off."""
        return [web.post(self._path, self.post)]

    async def post(self, request: web.Request) -> web.Response:
        """Take one update: 403 without the secret, 415, 413 and 400 for what is no update."""
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), self._secret):
            raise web.HTTPForbidden
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        update = _update(await _body(request))
        await self._door.take(update)
        return web.Response()


async def _body(request: web.Request) -> bytes:
    """The body, read here: the server's own limit is made for short lines."""
    body = b""
    async for chunk in request.content.iter_chunked(64 * 1024):
        body += chunk
        if len(body) > BODY_LIMIT:
            raise web.HTTPRequestEntityTooLarge(max_size=BODY_LIMIT, actual_size=len(body))
    return body


def _update(body: bytes) -> dict[str, object]:
    try:
        update = json.loads(body)
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(update, dict):
        raise web.HTTPBadRequest
    return update
