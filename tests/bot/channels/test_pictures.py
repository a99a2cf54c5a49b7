from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientError, ClientSession, web
from aiohttp.test_utils import TestServer

from bot.channels import pictures
from bot.channels.pictures import Pictures
from bot.errors import PictureTooLargeError


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as http:
        yield http


@pytest.fixture
def application() -> web.Application:
    async def picture(request: web.Request) -> web.Response:
        assert "access_token" not in request.headers
        return web.Response(body=b"PNG" * int(request.query["times"]))

    application = web.Application()
    application.router.add_get("/picture", picture)
    return application


async def test_a_picture_is_fetched_and_a_huge_one_is_not(
    application: web.Application, http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "LARGEST", 30_000)
    async with TestServer(application) as server:
        fetch = Pictures(http).fetch
        assert await fetch(str(server.make_url("/picture?times=2"))) == b"PNGPNG"
        with pytest.raises(PictureTooLargeError):
            await fetch(str(server.make_url("/picture?times=10001")))
        with pytest.raises(ClientError):
            await fetch(str(server.make_url("/gone")))
