import asyncio

import pytest
from aiohttp import ClientConnectionError, ClientSession, CookieJar

from bot.web.application import create
from bot.web.channel import WebChannel
from bot.web.server import listening
from tests.fakes.web import ScriptedService

PATIENCE = 10.0


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
async def test_the_page_stands_where_it_says(
    service: ScriptedService, channel: WebChannel, host: str
) -> None:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        async with listening(create(service, channel), host, 0) as url:
            assert (await browser.get(url)).status == 200
        with pytest.raises(ClientConnectionError):
            await browser.get(url)


async def test_it_closes_though_pages_are_open(service: ScriptedService, channel: WebChannel) -> None:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        async with listening(create(service, channel), "127.0.0.1", 0) as url:
            await browser.get(url)
            socket = await browser.ws_connect(f"{url}chat/socket", headers={"Origin": url.rstrip("/")})
            waiting = asyncio.create_task(browser.get(f"{url}chat/replies?held=25"))
            await asyncio.sleep(0.05)
        assert (await asyncio.wait_for(waiting, PATIENCE)).status == 200
        assert (await socket.receive(timeout=PATIENCE)).data == 1001
        await socket.close()
