"""The chat inside a portal's page of another site."""

from pathlib import Path

import pytest
from aiohttp import web
from playwright.async_api import Browser, expect

from bot.settings import Settings
from bot.web.channel import WebChannel
from bot.web.server import listening
from storage.database import Database
from tests.browser.conftest import PHONE, Site
from tests.fakes.web import ScriptedLanes, ScriptedService

pytestmark = pytest.mark.browser

PORTAL = """<!doctype html><html lang="vi"><title>UBND</title><h1>Cổng thông tin</h1>
<script src="{chat}embed.js" data-label="Hỏi thủ tục" async></script></html>"""


def portal(pages: list[str]) -> web.Application:
    """A portal whose page loads the script."""

    async def serve(_: web.Request) -> web.Response:
        return web.Response(text=pages[0], content_type="text/html")

    application = web.Application()
    application.add_routes([web.get("/", serve)])
    return application


@pytest.mark.parametrize("named", [True, False])
async def test_a_portal_that_is_named_shows_the_chat_and_no_other(
    browser: Browser, tmp_path: Path, sqlite_database: Database, named: bool
) -> None:
    pages: list[str] = []
    async with listening(portal(pages), "127.0.0.1", 0) as address:
        elsewhere = address.replace("127.0.0.1", "localhost").rstrip("/")
        lanes = ScriptedLanes(sqlite_database, WebChannel())
        origins = elsewhere if named else "https://another.gov.vn"
        settings = Settings(_env_file=None, data_dir=tmp_path, embed_origins=origins)
        site = Site(ScriptedService(settings, sqlite_database, lanes))
        await site.up()
        pages.append(PORTAL.format(chat=site.url))
        context = await browser.new_context(viewport=PHONE)
        page = await context.new_page()
        await page.goto(elsewhere)
        await page.get_by_role("button", name="Hỏi thủ tục").click()
        inside = page.frame_locator("iframe[title='Một Cửa']")
        if named:
            await inside.get_by_role("textbox").fill("khai sinh")
            await inside.get_by_role("textbox").press("Enter")
            await expect(inside.locator(".reply h2").first).to_have_text("Đăng ký khai sinh")
            await page.get_by_role("button", name="Đóng").press("Escape")
            await expect(page.locator("iframe")).to_be_hidden()
            await expect(page.get_by_role("button", name="Hỏi thủ tục")).to_be_visible()
        else:
            await expect(inside.get_by_role("textbox")).to_have_count(0)
            assert lanes.taken == []
        await context.close()
        await site.down()
