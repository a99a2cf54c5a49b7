"""Webhooks that are known by a secret in a header: Telegram's, and the Zalo Bot Platform's."""

import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from aiohttp import web

BODY_LIMIT = 1024 * 1024
"""Bytes of one event: a long message quoting another takes some 40 KB."""

Told = Callable[[], None]
"""Told of each event that was refused because nobody of the channel's had signed it."""

Take = Callable[[dict[str, object]], Awaitable[object]]
"""Keeps one event; raises only where it could not be kept and must come again."""


class Post:
    """One path. It answers as soon as an event is kept; where keeping fails, the channel brings it again."""

    def __init__(self, take: Take, *, url: str, header: str, secret: str, refused: Told) -> None:
        self._take = take
        self._path = "/" + "/".join(urlsplit(url).path.rsplit("/", 2)[-2:])
        self._header = header
        self._secret = secret.encode()
        self._refused = refused

    def routes(self) -> Sequence[web.RouteDef]:
        """Where it listens, behind whatever path a proxy cuts off."""
        return [web.post(self._path, self.post)]

    async def post(self, request: web.Request) -> web.Response:
        """Take one event: 403 without the secret, 415, 413 and 400 for what is none."""
        if not hmac.compare_digest(request.headers.get(self._header, "").encode(), self._secret):
            self._refused()
            raise web.HTTPForbidden
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        await self._take(_event(await whole(request)))
        return web.Response()


async def whole(request: web.Request) -> bytes:
    """The raw body, read here: the server's own limit is made for short lines. 413 beyond BODY_LIMIT."""
    body = b""
    async for chunk in request.content.iter_chunked(64 * 1024):
        body += chunk
        if len(body) > BODY_LIMIT:
            raise web.HTTPRequestEntityTooLarge(max_size=BODY_LIMIT, actual_size=len(body))
    return body


def _event(body: bytes) -> dict[str, object]:
    try:
        event = json.loads(body)
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(event, dict):
        raise web.HTTPBadRequest
    return event
