"""A Zalo of our own on a port: official account, OAuth and templates, with windows by a clock that is set."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import web

from tests.fakes.scripted import Scripted
from tests.fakes.zalo.faults import Fault, RefusedError, bad
from tests.fakes.zalo.granting import APP_ID, APP_SECRET, OA_ID, Granting
from tests.fakes.zalo.office import Body, Citizen, Office, Shown
from tests.fakes.zalo.pusher import Pusher

LIMIT = 4000


@dataclass
class FakeZalo(Office, Scripted[Fault]):
    """The server, what it was asked (``calls``) and who is there (``people``).

    ``wrong`` collects calls that the real one does not know: it must stay empty. ``echoes`` brings what the
    account says back to the webhook, as the real one does.
    """

    url: str = ""
    pusher: Pusher = field(default_factory=Pusher)
    granting: Granting = field(init=False)
    proves: bool = False
    echoes: bool = True
    remaining: int = LIMIT
    pictures: list[bytes] = field(default_factory=list)
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.granting = Granting(lambda: self.now)

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[Self]:
        fake = cls()
        application = web.Application(client_max_size=8 * 1024 * 1024)
        application.router.add_get("/v4/oa/permission", fake._permission)
        application.router.add_post("/v4/oa/access_token", fake._access_token)
        application.router.add_get(r"/pictures/{number:\d+}", fake._picture)
        application.router.add_route("*", "/{path:.*}", fake._serve)
        runner = web.AppRunner(application, handle_signals=False, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield fake
        finally:
            await fake.settled()
            await runner.cleanup()

    def lay_down_picture(self, content: bytes) -> str:
        """A picture that somebody sent: the address under which it is told."""
        self.pictures.append(content)
        return f"{self.url}/pictures/{len(self.pictures) - 1}"

    async def settled(self) -> None:
        """Wait for echoes under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def happen(self, event_name: str, **content: Any) -> int:
        """Something happens: an event for the webhook, with the status it was answered."""
        return await self.pusher.push(self.event(event_name, **content))

    def echo(self, who: Citizen, shown: Shown) -> None:
        if self.echoes and self.pusher.webhook:
            sides = {"sender": {"id": OA_ID}, "recipient": {"id": who.id}}
            said = {"text": shown.text, "msg_id": shown.id}
            self._soon(self.happen("oa_send_text", **sides, message=said))

    def event(self, event_name: str, **content: Any) -> Body:
        stamp = str(int(self.now.timestamp() * 1000))
        return {"app_id": APP_ID, "event_name": event_name, **content, "timestamp": stamp}

    async def _picture(self, request: web.Request) -> web.Response:
        return web.Response(body=self.pictures[int(request.match_info["number"])], content_type="image/jpeg")

    async def _permission(self, request: web.Request) -> web.Response:
        asked = request.query
        if asked.get("app_id") != APP_ID:
            return web.json_response({"error": -14002, "error_name": "Invalid appId"})
        code = self.granting.consent(asked["code_challenge"])
        query = urlencode({"oa_id": OA_ID, "code": code, "state": asked.get("state", "")})
        raise web.HTTPFound(f"{asked['redirect_uri']}?{query}")

    async def _access_token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.calls.append(("/v4/oa/access_token", dict(form)))
        fault = self._next_fault("/v4/oa/access_token")
        if fault is not None and not fault.taken:
            return self._failed(request, fault)
        answer = self.granting.exchange(form, request.headers.get("secret_key", ""))
        return self._failed(request, fault) if fault else web.json_response(answer)

    async def _serve(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["path"]
        try:
            self._admit(request)
            data = await self._call(path, await _body(request))
        except RefusedError as refused:
            return self._failed(request, refused.fault)
        return web.json_response({"data": data, "error": 0, "message": "Success"}, headers=self._limits())

    def _admit(self, request: web.Request) -> None:
        token = request.headers.get("access_token", "")
        if "Authorization" in request.headers:
            self.wrong.append("Authorization is no header of Zalo's")
        self.remaining -= 1
        if self.remaining < 0:
            raise bad(-32)
        if code := self.granting.alive(token):
            raise bad(-124 if request.path.startswith("/message/") else code)
        proof = hmac.new(APP_SECRET.encode(), token.encode(), hashlib.sha256).hexdigest()
        if self.proves and request.headers.get("appsecret_proof") != proof:
            raise bad(-242)

    async def _call(self, path: str, body: Body) -> Body:
        self.calls.append((path, body))
        handler = self.handlers.get(path)
        if handler is None:
            self.wrong.append(f"{path} is not played here")
            raise RefusedError(Fault(code=-404, status=404))
        fault = self._next_fault(path)
        if fault and not fault.taken:
            raise RefusedError(fault)
        data = await handler(body)
        await self._tell()
        if fault:
            raise RefusedError(fault)
        return data

    def _failed(self, request: web.Request, fault: Fault) -> web.Response:
        if fault.cut and request.transport:
            request.transport.close()
        return web.json_response(fault.body, status=fault.status, headers=self._limits())

    def _limits(self) -> dict[str, str]:
        return {"X-RateLimit-Limit": str(LIMIT), "X-RateLimit-Remain": str(max(0, self.remaining))}

    def _soon(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _body(request: web.Request) -> Body:
    """Parameters from ``data`` in the address, from JSON, or the one file of a form."""
    if request.method == "GET":
        return dict(json.loads(request.query.get("data", "{}"))) | {
            name: value for name, value in request.query.items() if name != "data"
        }
    if request.content_type == "multipart/form-data":
        file = (await request.post())["file"]
        assert isinstance(file, web.FileField)
        return {"file": file.file.read(), "name": file.filename}
    body: Body = await request.json()
    return body
