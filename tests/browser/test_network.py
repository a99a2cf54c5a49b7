"""Bad weather between the page and the service: nothing is lost and nothing doubled."""

import asyncio
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from aiohttp.typedefs import Handler
from playwright.async_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_talking import ask

pytestmark = pytest.mark.browser


async def no_sockets(request: web.Request, handler: Handler) -> web.StreamResponse:
    if request.path == "/chat/socket":
        raise web.HTTPForbidden
    return await handler(request)


class LosesTheFirstAnswer:
    """Takes the first line in, but its confirmation never arrives."""

    lost = False

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await no_sockets(request, handler)
        if request.path == "/chat/lines" and not self.lost:
            self.lost = True
            assert request.transport is not None
            request.transport.abort()
        return response


async def test_without_sockets_it_talks_over_plain_http(page: Page, site: Site) -> None:
    site.weather = no_sockets
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    await page.reload()
    await ask(page, "khai sinh")
    await page.get_by_role("button", name="Giấy tờ cần mang").click()
    await page.get_by_role("checkbox").first.click()
    await expect(page.locator(".checklist h3")).to_have_text("Đăng ký khai sinh · 1/3")
    assert paths.count("/chat/lines") == 3
    assert len(site.service.lanes.taken) == 3


async def test_over_a_socket_nothing_is_asked_for(page: Page) -> None:
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    await ask(page, "chào")
    await expect(page.locator(".reply")).to_have_count(1)
    assert [path for path in paths if path.startswith("/chat/")] == []


async def test_a_lost_confirmation_doubles_nothing(page: Page, site: Site) -> None:
    site.weather = LosesTheFirstAnswer()
    await page.reload()
    await ask(page, "chào")
    await expect(page.locator(".reply")).to_have_count(1)
    await ask(page, "và nữa")  # goes out only after the first one is settled
    await expect(page.locator(".reply")).to_have_count(2)
    await page.reload()
    await expect(page.locator(".said p")).to_have_text(["chào", "và nữa"])
    await expect(page.locator(".reply")).to_have_count(2)
    assert len(site.service.lanes.taken) == 2


async def test_lines_wait_while_the_service_is_away(page: Page, site: Site) -> None:
    await ask(page, "trước")
    await expect(page.locator(".reply")).to_have_count(1)
    await site.down()
    await ask(page, "một")
    await ask(page, "hai")
    await expect(page.locator("#state")).to_contain_text("Mất kết nối")
    await expect(page.locator(".note")).to_have_count(2)
    await site.up()
    await expect(page.locator(".reply p:last-of-type")).to_have_text(
        ["Bạn vừa nói: trước", "Bạn vừa nói: một", "Bạn vừa nói: hai"]
    )
    await expect(page.locator(".note")).to_have_count(0)
    await expect(page.locator("#state")).to_be_empty()
    assert [message.text for message in site.service.lanes.taken] == ["trước", "một", "hai"]


async def test_an_unsent_line_outlives_a_reload(page: Page, site: Site) -> None:
    async def takes_nothing(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith("/chat/"):
            raise web.HTTPServiceUnavailable
        return await handler(request)

    site.weather = takes_nothing
    await page.reload()
    await ask(page, "đừng quên")
    await page.reload()
    await expect(page.locator(".said p")).to_have_text("đừng quên")
    site.weather = None
    await expect(page.locator(".reply")).to_have_count(1)
    assert [message.text for message in site.service.lanes.taken] == ["đừng quên"]


async def test_a_page_that_was_away_catches_up(page: Page, site: Site) -> None:
    await ask(page, "một")
    await expect(page.locator(".reply")).to_have_count(1)
    await page.context.set_offline(True)
    await site.down()
    other = site.service.lanes.taken[0]
    await site.up()
    await asyncio.gather(page.context.set_offline(False), ask(page, "hai"))
    await expect(page.locator(".reply")).to_have_count(2)
    assert {message.chat for message in site.service.lanes.taken} == {other.chat}


async def test_a_page_that_slept_takes_a_new_link(page: Page) -> None:
    async def look(visible: bool) -> None:
        await page.evaluate(
            """visible => {
                Object.defineProperty(document, "hidden", { value: !visible, configurable: true });
                document.dispatchEvent(new Event("visibilitychange"));
            }""",
            visible,
        )

    await page.clock.install()
    await page.reload()
    await ask(page, "một")
    await expect(page.locator(".reply")).to_have_count(1)
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    await look(visible=False)
    await page.clock.fast_forward(5_000)
    await look(visible=True)
    await ask(page, "hai")
    await expect(page.locator(".reply")).to_have_count(2)
    assert sockets == []
    await look(visible=False)
    await page.clock.fast_forward(60_000)
    await look(visible=True)
    await ask(page, "ba")
    await page.clock.fast_forward(5_000)
    await expect(page.locator(".reply")).to_have_count(3)
    assert len(sockets) == 1
    assert sockets[0].endswith("after=2")


async def test_a_refused_line_says_why_and_is_not_sent_again(page: Page, site: Site) -> None:
    await ask(page, "\u200b")
    await expect(page.locator(".said .note")).to_contain_text("chưa thấy chữ nào")
    await page.reload()
    await expect(page.locator(".said")).to_have_count(0)
    assert site.service.lanes.taken == []


async def test_nothing_leaves_the_origin(page: Page, site: Site) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda socket: hosts.add(urlsplit(socket.url).netloc))
    await page.reload()
    await ask(page, "khai sinh")
    await page.get_by_role("button", name="Giấy tờ cần mang").click()
    await expect(page.get_by_role("checkbox")).to_have_count(3)
    await page.evaluate("document.fonts.ready")
    assert hosts == {urlsplit(site.url).netloc}
