"""Citizens before the web page: the talk of any channel, but every line goes through the web server."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, Literal, Self

from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar
from aiohttp.test_utils import TestServer

from bot.channels.text import plain
from bot.settings import Settings
from bot.web.application import create
from bot.web.channel import WebChannel
from bot.web.retelling import without_picture
from bot.web.wire import Replied
from handlers.answer import Answer
from handlers.options import options
from handlers.press import Press
from handlers.reply import Button, Reply
from storage.database import Database
from tests.fakes.pictures import of_code
from tests.fakes.wired import PATIENCE, WiredTalk

Way = Literal["socket", "requests"]

_events = count(1)


@dataclass
class Browser:
    """One person's open page: it sends lines over its socket, or by requests where a network has none."""

    http: ClientSession
    origin: str
    socket: ClientWebSocketResponse | None = None
    seen: int = 0

    @classmethod
    async def open(cls, stack: AsyncExitStack, origin: str, way: Way) -> Self:
        """Load the page, which gives the browser a chat of its own."""
        jar = CookieJar(unsafe=True)
        http = await stack.enter_async_context(ClientSession(cookie_jar=jar, headers={"Origin": origin}))
        async with http.get(origin) as page:
            assert page.status == 200
        browser = cls(http, origin)
        if way == "socket":
            browser.socket = await stack.enter_async_context(http.ws_connect(f"{origin}/chat/socket"))
        return browser

    async def send(self, **line: str) -> None:
        """A text or a press."""
        said = {"event": _event(), **line}
        if self.socket is not None:
            await self.socket.send_json(said)
            return
        async with self.http.post(f"{self.origin}/chat/lines", json=said) as answer:
            assert answer.status == 202

    async def show(self, picture: bytes) -> None:
        """A picture."""
        address, kind = f"{self.origin}/chat/pictures?event={_event()}", {"Content-Type": "image/jpeg"}
        async with self.http.post(address, data=picture, headers=kind) as answer:
            assert answer.status == 202

    async def hears(self, number: int) -> list[Reply]:
        """The next replies, as many as there must be."""
        heard: list[Replied] = []
        while len(heard) < number:
            heard += await self._next()
            self.seen = max((one.id for one in heard), default=self.seen)
        return [one.reply for one in heard]

    async def _next(self) -> list[Replied]:
        if self.socket is None:
            asked = {"after": self.seen, "held": 20}
            async with self.http.get(f"{self.origin}/chat/replies", params=asked) as answer:
                return [Replied.model_validate(one) for one in (await answer.json())["events"]]
        word: dict[str, Any] = await self.socket.receive_json(timeout=PATIENCE)
        assert word["kind"] in ("taken", "reply"), word
        return [Replied.model_validate(word)] if word["kind"] == "reply" else []


Opens = Callable[[], Awaitable[Browser]]


@dataclass
class WebTalk(WiredTalk):
    """What is said goes in through the page's endpoints, and what is read came back through them."""

    settings: Settings = field(default_factory=lambda: Settings(_env_file=None))
    opens: Opens = field(init=False)
    heard: list[Reply] = field(default_factory=list)
    _browsers: dict[str, Browser] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n\n".join(map(plain, self.heard)).replace("\u00a0", " ")

    @property
    def buttons(self) -> tuple[Button, ...]:
        return options(self.heard[-1])

    def offers(self, label: str) -> bool:
        return super().offers(without_picture(label))

    async def tap(self, label: str) -> Answer:
        return await super().tap(without_picture(label))

    async def say(self, text: str) -> Answer:
        return await self._act(lambda browser: browser.send(text=text))

    async def press(self, press: Press | str) -> Answer:
        data = press if isinstance(press, str) else press.encode()
        return await self._act(lambda browser: browser.send(press=data))

    async def show(self, code: str) -> Answer:
        return await self._act(lambda browser: browser.show(of_code(code)))

    async def _act(self, act: Callable[[Browser], Awaitable[None]]) -> Answer:
        if self.chat not in self._browsers:
            self._browsers[self.chat] = await self.opens()
        browser = self._browsers[self.chat]
        await self.done(act(browser))
        self.heard = await browser.hears(len(self.last.replies))
        return self.last


@asynccontextmanager
async def web_talk(database: Database, way: Way) -> AsyncIterator[WebTalk]:
    """Citizens with a browser each, the whole web server, and all of ours behind it."""
    async with AsyncExitStack() as stack:
        channel = WebChannel()
        talk = WebTalk(database)
        talk.goes_over(channel)
        server = await stack.enter_async_context(TestServer(create(talk, channel)))
        origin = str(server.make_url("/")).rstrip("/")
        pages = await stack.enter_async_context(AsyncExitStack())
        talk.opens = partial(Browser.open, pages, origin, way)
        yield talk
        await talk.lanes.stop()


def _event() -> str:
    return f"event-{next(_events):06}"
