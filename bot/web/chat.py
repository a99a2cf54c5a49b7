"""The conversation over the wire: a socket, and the same over plain HTTP for networks that block sockets."""

import asyncio
import contextlib
import logging

from aiohttp import ClientConnectionResetError, WSCloseCode, WSMsgType, web
from pydantic import ValidationError

from bot.web.intake import Intake
from bot.web.replies import Replies
from bot.web.visit import Door, Visitor, new_token
from bot.web.wire import BODY_LIMIT, Refused, Seen, Taken

log = logging.getLogger(__name__)

HEARTBEAT = 25.0
"""Seconds between pings: proxies cut a silent connection after thirty to sixty."""


class Chat:
    """The endpoints a page talks to."""

    def __init__(self, door: Door, intake: Intake, replies: Replies) -> None:
        self._door = door
        self._intake = intake
        self._replies = replies

    def routes(self) -> list[web.RouteDef]:
        """Where the endpoints stand."""
        return [
            web.get("/chat/socket", self.socket),
            web.post("/chat/lines", self.line),
            web.get("/chat/replies", self.replies),
            web.post("/chat/new", self.new),
        ]

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """Lines in, confirmations and replies out, until either side leaves."""
        visitor = self._own_page(request)
        seen = _seen(request)
        if self._replies.crowded(visitor.chat):
            raise web.HTTPTooManyRequests
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=BODY_LIMIT)
        await socket.prepare(request)
        pushing = asyncio.create_task(self._push(socket, visitor.chat, seen.after))
        try:
            await self._listen(socket, visitor)
        except Exception:
            log.exception("a line could not be taken")  # the page comes back and sends it again
            await socket.close(code=WSCloseCode.INTERNAL_ERROR)
        finally:
            pushing.cancel()
            await asyncio.wait([pushing])
        return socket

    async def line(self, request: web.Request) -> web.Response:
        """Take one line."""
        visitor = self._own_page(request)
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            raw = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return _word(self._intake.too_long())
        return _word(await self._intake.take(visitor, raw))

    async def replies(self, request: web.Request) -> web.Response:
        """What the page has not seen yet; held open for a while where there is nothing."""
        visitor = self._visitor(request)
        seen = _seen(request)
        replies = await self._replies.within(visitor.chat, seen.after, seen.held)
        return web.json_response({"events": [reply.model_dump(mode="json") for reply in replies]})

    async def new(self, request: web.Request) -> web.Response:
        """Give this browser a new, empty chat: the way out on a shared phone or computer."""
        self._own_page(request)
        response = web.Response(status=303, headers={"Location": "/"})
        self._door.give(request, response, new_token())
        return response

    async def _listen(self, socket: web.WebSocketResponse, visitor: Visitor) -> None:
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                await socket.close(code=WSCloseCode.UNSUPPORTED_DATA)
                return
            word = await self._intake.take(visitor, frame.data.encode())
            with contextlib.suppress(ClientConnectionResetError):
                await socket.send_str(word.model_dump_json())

    async def _push(self, socket: web.WebSocketResponse, chat: str, seen: int) -> None:
        try:
            async for reply in self._replies.live(chat, seen):
                await socket.send_str(reply.model_dump_json())
        except ClientConnectionResetError:
            return
        except Exception:
            log.exception("replies could not be read")  # the page comes back and asks for them again
        await socket.close(code=WSCloseCode.GOING_AWAY)

    def _own_page(self, request: web.Request) -> Visitor:
        if not self._door.ours(request):
            named, own = request.headers.get("Origin"), self._door.origin(request)
            log.warning("refused a page of %r: ours is %r; behind a proxy set MOTCUA_ORIGIN", named, own)
            raise web.HTTPForbidden
        return self._visitor(request)

    def _visitor(self, request: web.Request) -> Visitor:
        visitor = self._door.visitor(request)
        if visitor is None:
            raise web.HTTPForbidden
        return visitor


def _seen(request: web.Request) -> Seen:
    try:
        return Seen.model_validate(dict(request.query))
    except ValidationError:
        raise web.HTTPBadRequest from None


def _word(word: Taken | Refused) -> web.Response:
    status = word.status if isinstance(word, Refused) else 202
    return web.Response(status=status, text=word.model_dump_json(), content_type="application/json")
