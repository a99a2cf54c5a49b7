"""A Zalo of our own on a port: official account, OAuth and templates, with windows by a clock that is set."""

import asyncio
import hashlib
import hmac
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import web

from tests.fakes.zalo import rules
from tests.fakes.zalo.faults import Fault, RefusedError, bad
from tests.fakes.zalo.granting import APP_ID, APP_SECRET, OA_ID, Granting
from tests.fakes.zalo.pusher import Pusher

START = datetime(2026, 11, 22, 3, tzinfo=UTC)
FREE, OPEN = timedelta(hours=48), timedelta(days=7)
IMAGE_LIMIT, FILE_LIMIT = 1024 * 1024, 5 * 1024 * 1024
LIMIT = 4000

Body = dict[str, Any]
Handler = Callable[[Body], Awaitable[Body]]


@dataclass
class Shown:
    """One message as it stands on somebody's screen."""

    id: str
    text: str = ""
    buttons: list[Body] = field(default_factory=list)
    attachment: Body = field(default_factory=dict)
    template: Body = field(default_factory=dict)


@dataclass
class Citizen:
    """Somebody with Zalo. ``spoke_at`` is their last interaction with the account."""

    id: str
    phone: str = ""
    follows: bool = False
    spoke_at: datetime | None = None
    screen: list[Shown] = field(default_factory=list)


@dataclass
class FakeZalo:
    """The server, what it was asked (``calls``) and who is there (``people``).

    ``wrong`` collects calls that the real one does not know: it must stay empty. ``echoes`` brings what the
    account says back to the webhook, as the real one does.
    """

    now: datetime = START
    url: str = ""
    calls: list[tuple[str, Body]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    people: dict[str, Citizen] = field(default_factory=dict)
    pusher: Pusher = field(default_factory=Pusher)
    granting: Granting = field(init=False)
    proves: bool = False
    echoes: bool = True
    takes_buttons: bool = True
    refuses: set[str] = field(default_factory=set)
    templates: dict[str, set[str]] = field(default_factory=dict)
    quota: int = 10
    remaining: int = LIMIT
    _assets: dict[str, str] = field(default_factory=dict)
    _faults: defaultdict[str, deque[Fault | None]] = field(default_factory=lambda: defaultdict(deque))
    _ids: "count[int]" = field(default_factory=lambda: count(1000))
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self.granting = Granting(lambda: self.now)

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[Self]:
        fake = cls()
        application = web.Application(client_max_size=8 * 1024 * 1024)
        application.router.add_get("/v4/oa/permission", fake._permission)
        application.router.add_post("/v4/oa/access_token", fake._access_token)
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

    def fail(self, path: str, *faults: Fault) -> None:
        """Answer the next calls of a path in this way."""
        self._faults[path].extend(faults)

    def fail_after(self, path: str, taken: int, *faults: Fault) -> None:
        """The same, after as many calls as were ``taken``."""
        self._faults[path].extend([None] * taken + list(faults))

    def called(self, path: str) -> list[Body]:
        return [body for name, body in self.calls if name == path]

    def next_id(self) -> str:
        return f"msg{next(self._ids)}"

    def citizen(self, user: str) -> Citizen:
        """Somebody, known from now on."""
        return self.people.setdefault(user, Citizen(user))

    async def settled(self) -> None:
        """Wait for echoes under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(done), 20)

    async def happen(self, event_name: str, **content: Any) -> int:
        """Something happens: an event for the webhook, with the status it was answered."""
        return await self.pusher.push(self.event(event_name, **content))

    def event(self, event_name: str, **content: Any) -> Body:
        stamp = str(int(self.now.timestamp() * 1000))
        return {"app_id": APP_ID, "event_name": event_name, **content, "timestamp": stamp}

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
        handler = self._handlers().get(path)
        if handler is None:
            self.wrong.append(f"{path} is not played here")
            raise RefusedError(Fault(code=-404, status=404))
        fault = self._next_fault(path)
        if fault and not fault.taken:
            raise RefusedError(fault)
        data = await handler(body)
        async with self._changed:
            self._changed.notify_all()
        if fault:
            raise RefusedError(fault)
        return data

    def _handlers(self) -> Mapping[str, Handler]:
        return {
            "/v3.0/oa/message/cs": self._cs,
            "/v2.0/oa/message": self._old_message,
            "/v3.0/oa/message/transaction": self._shut_down,
            "/v3.0/oa/message/promotion": self._shut_down,
            "/v3.0/oa/message/template": self._template,
            "/message/template": self._template_by_phone,
            "/v2.0/oa/upload/image": self._upload_image,
            "/v2.0/oa/upload/file": self._upload_file,
            "/v3.0/oa/user/detail": self._detail,
            "/v2.0/oa/getoa": self._getoa,
            "/v3.0/oa/quota/message": self._quota,
            "/message/quota": self._template_quota,
        }

    async def _cs(self, body: Body) -> Body:
        user = str(body.get("recipient", {}).get("user_id", ""))
        who = self.people.get(user)
        message = body.get("message", {})
        rules.check(message, self._assets)
        payload = (message.get("attachment") or {}).get("payload", {})
        if (payload.get("buttons") and not self.takes_buttons) or payload.get(
            "template_type"
        ) in self.refuses:
            raise bad(-201, "attachment is invalid")
        if who is None or who.spoke_at is None:
            raise bad(-232)
        self._spend(self.now - who.spoke_at)
        shown = self._show(who, message)
        return {"message_id": shown.id, "user_id": user, "sent_time": "1", "quota": {"quota_type": "reply"}}

    def _spend(self, since: timedelta) -> None:
        if since > OPEN:
            raise bad(-230)
        if since > FREE:
            if self.quota == 0:
                raise bad(-211)
            self.quota -= 1

    def _show(self, who: Citizen, message: Body) -> Shown:
        attachment = message.get("attachment") or {}
        shown = Shown(
            id=self.next_id(),
            text=message.get("text", ""),
            buttons=list(attachment.get("payload", {}).get("buttons") or []),
            attachment=attachment,
        )
        who.screen.append(shown)
        if self.echoes and self.pusher.webhook:
            said = {"text": shown.text, "msg_id": shown.id}
            self._soon(
                self.happen("oa_send_text", sender={"id": OA_ID}, recipient={"id": who.id}, message=said)
            )
        return shown

    async def _old_message(self, body: Body) -> Body:
        recipient = body.get("recipient", {})
        if not recipient.get("anonymous_id") or not recipient.get("conversation_id"):
            raise bad(-240)
        rules.check(body.get("message", {}), self._assets)
        who = self.citizen(f"{recipient['anonymous_id']}/{recipient['conversation_id']}")
        shown = Shown(id=self.next_id(), text=body["message"].get("text", ""))
        who.screen.append(shown)
        return {"message_id": shown.id}

    async def _shut_down(self, body: Body) -> Body:
        raise bad(-240)

    async def _template(self, body: Body) -> Body:
        who = self.people.get(str(body.get("user_id")))
        if who is None or who.spoke_at is None:
            raise bad(-232)
        return {"message_id": self._filled(who, body).id}

    async def _template_by_phone(self, body: Body) -> Body:
        phone = str(body.get("phone", "")).removeprefix("+")
        if not phone.startswith("84"):
            raise bad(-108)
        if len(str(body.get("tracking_id", ""))) > 48:
            raise bad(-1121)
        found = [one for one in self.people.values() if one.phone and one.phone == phone]
        if not found:
            raise bad(-118)
        shown = self._filled(found[0], body)
        quota = {"dailyQuota": "500", "remainingQuota": "499"}
        return {"msg_id": shown.id, "sent_time": "1", "sending_mode": "1", "quota": quota}

    def _filled(self, who: Citizen, body: Body) -> Shown:
        wanted = self.templates.get(str(body.get("template_id")))
        data = body.get("template_data", {})
        if wanted is None:
            raise bad(-109, "Template ID is invalid")
        if not wanted <= {name for name, value in data.items() if value}:
            raise bad(-1122, "Template data is missing a parameter")
        if any(len(str(value)) > 100 for value in data.values()):
            raise bad(-1121)
        shown = Shown(id=self.next_id(), template={"id": body["template_id"], **data})
        who.screen.append(shown)
        return shown

    async def _upload_image(self, body: Body) -> Body:
        if len(body["file"]) > IMAGE_LIMIT or not body["file"].startswith((b"\x89PNG", b"\xff\xd8")):
            raise bad(-201, "file is invalid")
        return {"attachment_id": self._lay_down("image")}

    async def _upload_file(self, body: Body) -> Body:
        if len(body["file"]) > FILE_LIMIT or not body["name"].lower().endswith(
            (".pdf", ".doc", ".docx", ".csv")
        ):
            raise bad(-201, "file is invalid")
        return {"token": self._lay_down("file")}

    def _lay_down(self, kind: str) -> str:
        name = f"{kind}-{next(self._ids)}"
        self._assets[name] = kind
        return name

    async def _detail(self, body: Body) -> Body:
        who = self.people.get(str(body.get("user_id")))
        if who is None:
            raise bad(-213)
        return {"user_id": who.id, "display_name": "An", "user_is_follower": who.follows}

    async def _getoa(self, body: Body) -> Body:
        return {"oaid": OA_ID, "name": "Một Cửa", "is_verified": True, "package_name": "Nâng cao"}

    async def _quota(self, body: Body) -> Body:
        if "user_id" not in body:
            return {"quota_type": "sub_quota", "total": 500, "remain": self.quota}
        who = self.people.get(str(body["user_id"]))
        if who is None or who.spoke_at is None:
            raise bad(-232)
        last = str(int(who.spoke_at.timestamp() * 1000))
        return {"last_interaction": last, "cs_reply": {"remain": 8, "total": 8}}

    async def _template_quota(self, body: Body) -> Body:
        return {"dailyQuota": "500", "remainingQuota": "500"}

    def _next_fault(self, path: str) -> Fault | None:
        return self._faults[path].popleft() if self._faults[path] else None

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
