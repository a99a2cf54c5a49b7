"""A Zalo Bot Platform of our own on a port: one event a question, repeats, quota, plain texts."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, web

from tests.fakes.scripted import Scripted

TOKEN = "1234:a-token-of-a-fake-zalo-bot"
NAME = "Bot Một Cửa"
NOW = 1_795_312_800_000

RETRY = 0.05
"""Seconds between tries at the webhook."""

Params = dict[str, Any]
Event = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """An answer other than the wished one. ``cut`` breaks the connection, ``taken`` after doing the work."""

    code: int = 500
    text: str = "Internal Server Error"
    status: int = 0
    retry_after: str = ""
    cut: bool = False
    taken: bool = False


BLOCKED = Fault(code=403, text="Forbidden")
QUOTA = Fault(code=429, text="Quota exceeded")
TIMEOUT = Fault(code=408, text="Request timeout")
UNAUTHORIZED = Fault(code=401, text="Unauthorized")
UNKNOWN_METHOD = Fault(code=404, text="Not Found")


class RefusedError(Exception):
    """The call ends with this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault


def bad(text: str) -> RefusedError:
    return RefusedError(Fault(code=400, text=f"Bad Request: {text}"))


METHODS: Mapping[str, set[str]] = {
    "getMe": set(),
    "getUpdates": {"timeout"},
    "setWebhook": {"url", "secret_token"},
    "deleteWebhook": set(),
    "getWebhookInfo": set(),
    "sendMessage": {"chat_id", "text"},
    "sendPhoto": {"chat_id", "photo"},
    "sendChatAction": {"chat_id", "action"},
}
"""Every method that is played, with what it needs."""

OPTIONAL: Mapping[str, set[str]] = {
    "sendMessage": {"parse_mode", "text_styles", "reply_to_message_id"},
    "sendPhoto": {"caption", "reply_to_message_id"},
    "getUpdates": {"offset", "limit", "allowed_updates"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One message of ours."""

    id: str
    chat: str
    text: str
    photo: str = ""


@dataclass
class FakeZaloBot(Scripted[Fault]):
    """The server, what it was asked (``calls``) and what stands in the chats (``chats``).

    ``wrong`` collects every call that the platform's description does not know: it must stay empty.
    ``repeats`` is how often an event is given out; ``quota`` how many messages are still taken.
    """

    url: str = ""
    quota: int = 3000
    repeats: int = 1
    bare: bool = False
    local_webhooks: bool = True
    chats: defaultdict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    webhook: Params = field(default_factory=dict)
    answers: list[int] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    _events: deque[Event] = field(default_factory=deque)
    _ids: Any = field(default_factory=lambda: count(1000))
    _pushing: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    @asynccontextmanager
    async def open(cls, port: int = 0) -> AsyncIterator[Self]:
        fake = cls()
        application = web.Application()
        application.router.add_get(r"/pictures/{number:\d+}", fake._picture)
        application.router.add_route("*", "/bot{token}/{method}", fake._serve)
        runner = web.AppRunner(application, handle_signals=False, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield fake
        finally:
            await runner.cleanup()

    def lay_down_picture(self, content: bytes) -> str:
        """A picture that somebody sent: the address under which it is told."""
        self.pictures.append(content)
        return f"{self.url}/pictures/{len(self.pictures) - 1}"

    def next_id(self) -> str:
        return f"{next(self._ids):020x}"

    @property
    def waiting(self) -> int:
        """Events that were not given out as often as they are to be."""
        return len(self._events)

    async def happen(self, name: str, message: Params) -> None:
        """Something happens in a chat: an event for the bot."""
        event = {"message": message, "event_name": name}
        if self.webhook:
            await self._push(event)
            return
        async with self._changed:
            self._events.extend([event] * self.repeats)
            self._changed.notify_all()

    async def _push(self, event: Event) -> None:
        body = event if self.bare else {"ok": True, "result": event}
        headers = {"X-Bot-Api-Secret-Token": self.webhook["secret_token"]}
        async with self._pushing, ClientSession() as session:
            for _ in range(self.repeats):
                while (status := await self._posted(session, body, headers)) >= 300:
                    self.answers.append(status)
                    await asyncio.sleep(RETRY)
                self.answers.append(status)

    async def _posted(self, session: ClientSession, body: Event, headers: dict[str, str]) -> int:
        try:
            async with session.post(self.webhook["url"], json=body, headers=headers) as answer:
                return answer.status
        except ClientError:
            return 599

    async def _picture(self, request: web.Request) -> web.Response:
        return web.Response(body=self.pictures[int(request.match_info["number"])], content_type="image/jpeg")

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        try:
            result = await self._call(request.match_info, await _params(request))
        except RefusedError as refused:
            return _refused(request, refused.fault)
        return web.json_response({"ok": True} | ({} if result is None else {"result": result}))

    async def _call(self, address: Mapping[str, str], params: Params) -> Any:
        if address["token"] != TOKEN:
            raise RefusedError(UNAUTHORIZED)
        method = address["method"]
        self.calls.append((method, params))
        if method not in METHODS:
            self.wrong.append(f"{method} is no method")
            raise RefusedError(UNKNOWN_METHOD)
        self._check(method, params)
        fault = self._next_fault(method)
        if fault and not fault.taken:
            raise RefusedError(fault)
        result = await getattr(self, f"_{method.lower()}")(params)
        await self._tell()
        if fault:
            raise RefusedError(fault)
        return result

    def _check(self, method: str, params: Params) -> None:
        unknown = params.keys() - METHODS[method] - OPTIONAL.get(method, set())
        self.wrong += [f"{method}: {name} is unknown" for name in unknown]
        missing = METHODS[method] - params.keys() - {"timeout"}
        if missing:
            raise bad(f"{min(missing)} is required")

    async def _getme(self, _: Params) -> Any:
        names = {"account_name": "bot.motcua", "display_name": NAME}
        return {"id": "1234", "account_type": "BASIC", "can_join_groups": False, **names}

    async def _getupdates(self, params: Params) -> Any:
        if self.webhook:
            raise bad("a webhook is set")
        async with self._changed:
            try:
                async with asyncio.timeout(float(params.get("timeout", 30))):
                    await self._changed.wait_for(lambda: self._events)
            except TimeoutError:
                raise RefusedError(TIMEOUT) from None
            return self._events.popleft()

    async def _setwebhook(self, params: Params) -> Any:
        if not 8 <= len(params["secret_token"]) <= 256:
            raise bad("secret_token must be 8 to 256 characters")
        if not self.local_webhooks and urlsplit(params["url"]).hostname in ("localhost", "127.0.0.1"):
            raise bad("url is not public")
        self.webhook = params
        return {"url": params["url"], "updated_at": NOW}

    async def _deletewebhook(self, _: Params) -> Any:
        self.webhook = {}
        return {"url": "", "updated_at": NOW}

    async def _getwebhookinfo(self, _: Params) -> Any:
        if not self.webhook:
            raise RefusedError(UNKNOWN_METHOD)
        return {"url": self.webhook["url"], "updated_at": NOW}

    async def _sendmessage(self, params: Params) -> Any:
        if not 1 <= len(params["text"]) <= 2000:
            raise bad("text must be 1 to 2000 characters")
        return self._show(Shown(id=self.next_id(), chat=params["chat_id"], text=params["text"]))

    async def _sendphoto(self, params: Params) -> Any:
        if not params["photo"].startswith("https://"):
            raise bad("photo must be a public address")
        caption = params.get("caption", "")
        return self._show(
            Shown(id=self.next_id(), chat=params["chat_id"], text=caption, photo=params["photo"])
        )

    async def _sendchataction(self, params: Params) -> None:
        if params["action"] != "typing":
            raise bad("action is not supported")

    def _show(self, shown: Shown) -> Params:
        if self.quota <= 0:
            raise RefusedError(QUOTA)
        self.quota -= 1
        self.chats[shown.chat].append(shown)
        return {"message_id": shown.id, "date": NOW}


async def _params(request: web.Request) -> Params:
    """Parameters from the address, a form or JSON, as the platform takes them."""
    given: Params = dict(request.query)
    if request.content_type == "application/json":
        return given | json.loads(await request.text() or "{}") if request.can_read_body else given
    return given | {name: str(value) for name, value in (await request.post()).items()}


def _refused(request: web.Request, fault: Fault) -> web.Response:
    if fault.cut and request.transport:
        request.transport.close()
    body = {"ok": False, "description": fault.text, "error_code": fault.code}
    headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
    return web.json_response(body, status=fault.status or fault.code, headers=headers)
