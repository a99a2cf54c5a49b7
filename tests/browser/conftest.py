"""A real Chromium, and the web chat served to it over a scripted conversation."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.settings import Settings
from bot.web.application import create
from bot.web.channel import WebChannel
from bot.web.server import listening
from storage.database import Database
from tests.fakes.web import ScriptedLanes, ScriptedService

CHROMIUM = shutil.which("chromium")
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
expect.set_options(timeout=20_000)  # a busy machine is no failure

PHONE = ViewportSize(width=390, height=844)


@dataclass
class Site:
    """A web chat that can be taken down and put up again at the same address.

    ``weather`` is asked first about every request: it may pass it on, spoil it or refuse it.
    """

    service: ScriptedService
    url: str = ""
    weather: Callable[[web.Request, Handler], Awaitable[web.StreamResponse]] | None = None
    _open: AsyncExitStack = field(default_factory=AsyncExitStack, init=False)

    async def up(self) -> None:
        channel = WebChannel()
        self.service.lanes.channel = channel
        application = create(self.service, channel)
        application.middlewares.append(self._climate())
        port = urlsplit(self.url).port or 0
        self.url = await self._open.enter_async_context(listening(application, "127.0.0.1", port))

    async def down(self) -> None:
        await self._open.aclose()

    def _climate(self) -> Middleware:
        @web.middleware
        async def climate(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await (self.weather(request, handler) if self.weather else handler(request))

        return climate


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None and os.environ.get("CI") != "true":
        pytest.skip("there is no Chromium here")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
        yield browser
        await browser.close()


@pytest.fixture
async def site(tmp_path: Path, sqlite_database: Database) -> AsyncIterator[Site]:
    lanes = ScriptedLanes(sqlite_database, WebChannel())
    site = Site(ScriptedService(Settings(_env_file=None, data_dir=tmp_path), sqlite_database, lanes))
    await site.up()
    yield site
    await site.down()


@pytest.fixture
async def page(browser: Browser, site: Site) -> AsyncIterator[Page]:
    """The page on a phone; a script error or a broken policy fails the test."""
    context = await browser.new_context(viewport=PHONE)
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
    await page.goto(site.url)
    yield page
    await context.close()
    assert complaints == []
