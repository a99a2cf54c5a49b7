"""A picture from the page: its codes are read at once, and of the picture itself nothing is kept."""

import asyncio

from aiohttp import web
from pydantic import TypeAdapter, ValidationError

from bot import qr_reading
from bot.web.intake import Intake
from bot.web.visit import Door
from bot.web.wire import EventId, Refused

LIMIT = 2 * 1024 * 1024
"""Bytes: the page makes a photograph smaller before it sends it."""

_TYPES = ("image/jpeg", "image/png", "image/webp")
_EVENT: TypeAdapter[str] = TypeAdapter(EventId)


class Pictures:
    """Takes one picture at a time, as the body of a request."""

    def __init__(self, door: Door, intake: Intake) -> None:
        self._door = door
        self._intake = intake

    def routes(self) -> list[web.RouteDef]:
        """Where the page sends them."""
        return [web.post("/chat/pictures", self.take)]

    async def take(self, request: web.Request) -> web.Response:
        """Read its codes and take them as said: 403 from elsewhere, 415 and 413 for no such picture."""
        visitor = self._door.visitor(request) if self._door.ours(request) else None
        if visitor is None:
            raise web.HTTPForbidden
        if request.content_type not in _TYPES:
            raise web.HTTPUnsupportedMediaType
        event = _event(request)
        content = await _body(request)
        if content is None:
            return _word(self._intake.too_heavy(event))
        text = await asyncio.to_thread(qr_reading.read, content)
        word = await self._intake.seen(visitor, event, text)
        if isinstance(word, Refused):
            return _word(word)
        return web.Response(status=202, text=word.model_dump_json(), content_type="application/json")


async def _body(request: web.Request) -> bytes | None:
    """The picture, read here: the server's own limit is made for short lines. None where it is too large."""
    body = bytearray()
    async for chunk in request.content.iter_chunked(64 * 1024):
        body += chunk
        if len(body) > LIMIT:
            return None
    return bytes(body)


def _event(request: web.Request) -> str:
    try:
        return _EVENT.validate_python(request.query.get("event", ""))
    except ValidationError:
        raise web.HTTPBadRequest from None


def _word(word: Refused) -> web.Response:
    return web.Response(status=word.status, text=word.model_dump_json(), content_type="application/json")
