"""A Bot API of our own on a port: it keeps chats, hands out updates, and refuses as Telegram does."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web

from tests.fakes.scripted import Scripted
from tests.fakes.telegram import opinions, rules
from tests.fakes.telegram.chats import Chats, Params
from tests.fakes.telegram.faults import (
    OTHER_POLLER,
    UNAUTHORIZED,
    UNKNOWN_METHOD,
    WEBHOOK_ACTIVE,
    Fault,
    RefusedError,
    bad,
)
from tests.fakes.telegram.params import params
from tests.fakes.telegram.pusher import Pusher
from tests.fakes.telegram.schema import Schema

TOKEN = "123456:a-token-of-a-fake"


@dataclass
class FakeTelegram(Chats, Scripted[Fault]):
    """The server, what it was asked (``calls``) and what stands in the chats (``chats``).

    ``wrong`` collects every call that Telegram's own description does not know: it must stay empty.
    """

    schema: Schema | None = None
    url: str = ""
    troubles: Params = field(default_factory=dict)
    pusher: Pusher = field(default_factory=Pusher)
    _updates: deque[dict[str, Any]] = field(default_factory=deque)
    _poller: int = 0

    @classmethod
    @asynccontextmanager
    async def open(cls, schema: Schema | None = None) -> AsyncIterator[Self]:
        fake = cls(schema=schema)
        application = web.Application(client_max_size=50 * 1024 * 1024)
        application.router.add_route("*", "/bot{token}/{method}", fake._serve)
        application.router.add_get("/file/bot{token}/{name}", fake._download)
        runner = web.AppRunner(application, handle_signals=False, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield fake
        finally:
            fake.pusher.stop()
            await runner.cleanup()

    @property
    def waiting(self) -> int:
        """Updates that nobody has confirmed."""
        return len(self._updates)

    async def happen(self, **event: Any) -> int:
        """Something happens in a chat: an update for the bot."""
        update = {"update_id": self.next_id(), **event}
        if self.schema:
            self.wrong += self.schema.wrong("Update", update)
        await self.deliver(update)
        return int(update["update_id"])

    async def deliver(self, update: dict[str, Any]) -> None:
        """Hand an update out, also one that was handed out before."""
        if self.pusher.webhook:
            self.pusher.push(update)
            return
        async with self._changed:
            self._updates.append(update)
            self._changed.notify_all()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        try:
            result = await self._call(request.match_info, await params(request))
        except RefusedError as refused:
            if refused.fault.cut and request.transport:
                request.transport.close()
            return web.json_response(refused.fault.body, status=refused.fault.code)
        return web.json_response({"ok": True, "result": result})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        content = self.pictures.get(request.match_info["name"])
        if request.match_info["token"] != TOKEN or content is None:
            raise web.HTTPNotFound
        return web.Response(body=content)

    async def _call(self, address: Mapping[str, str], params: Params) -> Any:
        if address["token"] != TOKEN:
            raise RefusedError(UNAUTHORIZED)
        method = address["method"]
        self.calls.append((method, params))
        self._describe(method, params)
        handler = getattr(self, f"_{method.lower()}", None)
        if handler is None:
            self.wrong.append(f"{method} is not played here")
            raise RefusedError(UNKNOWN_METHOD)
        fault = self._next_fault(method)
        if fault and not fault.taken:
            raise RefusedError(fault)
        self._judge(method, params)
        result = await handler(params)
        await self._tell()
        if fault:
            raise RefusedError(fault)
        return result

    def _describe(self, method: str, params: Params) -> None:
        """Hold a call against Telegram's own description and aiogram's."""
        if self.schema:
            self.wrong += self.schema.faults(method, params)
        self.wrong += filter(None, (opinions.misfit(method, params),))

    def _judge(self, method: str, params: Params) -> None:
        """Refuse what Telegram refuses; what only others know to be refused is a gap in our own rules."""
        if text := rules.refusal(params):
            raise bad(text)
        if text := "" if opinions.misfit(method, params) else opinions.refusal(method, params):
            self.wrong.append(f"{method}: only others refuse this: {text}")
            raise bad(text)

    async def _setwebhook(self, params: Params) -> Any:
        if not params["url"].startswith("http"):
            raise bad("invalid webhook URL specified")
        self.pusher.webhook = params
        while self._updates:
            self.pusher.push(self._updates.popleft())
        return True

    async def _deletewebhook(self, params: Params) -> Any:
        self.pusher.webhook = {}
        return True

    async def _getwebhookinfo(self, params: Params) -> Any:
        waiting = len(self._updates)
        return {
            "url": self.pusher.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": waiting,
            **self.troubles,
        }

    async def _getupdates(self, params: Params) -> Any:
        if self.pusher.webhook:
            raise RefusedError(WEBHOOK_ACTIVE)
        self._poller = me = self.next_id()
        offset = params.get("offset", 0)
        async with self._changed:
            while self._updates and self._updates[0]["update_id"] < offset:
                self._updates.popleft()
            self._changed.notify_all()
            try:
                async with asyncio.timeout(params.get("timeout", 0)):
                    await self._changed.wait_for(lambda: self._updates or self._poller != me)
            except TimeoutError:
                return []
        if self._poller != me:
            raise RefusedError(OTHER_POLLER)
        return list(self._updates)[: params.get("limit", 100)]
