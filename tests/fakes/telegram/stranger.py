"""A fake Bot API that we did not write (npm's telegram-test-api), behind a front that mends what it lacks.

``make test`` installs it where there is npm; CI sees to it that there is.
"""

import asyncio
import json
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from tests.fakes.telegram.chats import BOT
from tests.fakes.telegram.server import TOKEN

MODULES = Path(__file__).parents[3] / ".venv" / "stranger" / "node_modules"

_START = """
const Server = require(process.argv[1] + "/telegram-test-api");
const server = new Server({ port: Number(process.argv[2]), host: "127.0.0.1" });
server.start().then(() => console.log("ready"));
"""
_PLAYED = {"getUpdates", "sendMessage", "editMessageText", "deleteMessage"}
"""What it plays itself; everything else is answered with true."""

AN = {"id": 7, "first_name": "An", "is_bot": False}
CHAT = {"id": 7, "first_name": "An", "type": "private"}

Json = dict[str, Any]


@dataclass
class Stranger:
    """``url`` is the front's, ``inner`` the stranger's own."""

    inner: str
    http: ClientSession
    url: str = ""
    calls: list[str] = field(default_factory=list)

    async def say(self, text: str) -> None:
        body = {"botToken": TOKEN, "from": AN, "chat": CHAT, "date": int(time.time()), "text": text}
        await self._inner("sendMessage", body)

    async def press(self, data: str, message: Json) -> None:
        body = {
            "botToken": TOKEN,
            "from": AN,
            "message": {"from": BOT, "chat": CHAT, **message},
            "data": data,
        }
        await self._inner("sendCallback", {"date": int(time.time()), **body})

    async def screen(self) -> list[Json]:
        """What the bot has said, oldest first."""
        history = (await self._inner("getUpdatesHistory", {"token": TOKEN}))["result"]
        return [
            one["message"] | {"message_id": one["messageId"]}
            for one in history
            if "chat_id" in one.get("message", {})
        ]

    async def serve(self, request: web.Request) -> web.Response:
        method, given = request.match_info["method"], await _given(request)
        self.calls.append(method)
        if method == "getMe":
            return _said(BOT)
        if method not in _PLAYED:
            return _said(True)
        answer = await self._inner(f"bot{TOKEN}/{method}", given)
        if method == "getUpdates":
            await asyncio.sleep(0.05)  # it holds no question open
            return _said([_mended(one) for one in answer["result"]])
        if method == "deleteMessage":
            return _said(True)
        shown = answer["result"] or {"message_id": given["message_id"], "text": given["text"], "chat": CHAT}
        return _said(shown | {"date": int(time.time())})

    async def _inner(self, path: str, body: Json) -> Json:
        async with self.http.post(f"{self.inner}/{path}", json=body) as answer:
            said: Json = await answer.json()
            assert said["ok"], said
            return said


@asynccontextmanager
async def opened() -> AsyncIterator[Stranger]:
    """Start it and the front before it."""
    async with TestServer(web.Application()) as placeholder:
        port = str(placeholder.port)
    node = await asyncio.create_subprocess_exec("node", "-e", _START, str(MODULES), port, stdout=PIPE)
    assert node.stdout is not None
    try:
        assert await asyncio.wait_for(node.stdout.readline(), 20) == b"ready\n"
        async with ClientSession() as http:
            stranger = Stranger(inner=f"http://127.0.0.1:{port}", http=http)
            application = web.Application()
            application.router.add_route("*", "/bot{token}/{method}", stranger.serve)
            async with TestServer(application) as server:
                stranger.url = str(server.make_url("")).rstrip("/")
                yield stranger
    finally:
        node.kill()
        await node.wait()


def _said(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


async def _given(request: web.Request) -> Json:
    if request.content_type == "application/json":
        body: Json = await request.json()
        return body
    form = {name: str(value) for name, value in (await request.post()).items()}
    return {name: json.loads(value) if value[:1] in "{[" else value for name, value in form.items() if value}


def _mended(update: Json) -> Json:
    """An update as Telegram would write it."""
    if press := update.get("callback_query"):
        press |= {"id": str(press.get("id", "1")), "chat_instance": "1"}
    return update
