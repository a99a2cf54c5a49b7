"""The page on which a newcomer talks to the assistant over each channel, without any account."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from aiohttp import web

from tests.fakes.dev.phones import Phone

HTML = Path(__file__).with_name("page.html")


class Page:
    """``GET /``, ``GET /phones/{name}`` its screen, ``POST /phones/{name}`` ``{"say"}`` or ``{"tap"}``."""

    def __init__(self, phones: Mapping[str, Phone]) -> None:
        self._phones = phones

    def application(self) -> web.Application:
        application = web.Application()
        application.add_routes(
            [
                web.get("/", self.show),
                web.get("/phones/{name}", self.screen),
                web.post("/phones/{name}", self.act),
            ]
        )
        return application

    async def show(self, _: web.Request) -> web.Response:
        return web.Response(text=HTML.read_text("utf-8"), content_type="text/html")

    async def screen(self, request: web.Request) -> web.Response:
        return web.json_response([asdict(one) for one in self._phone(request).screen()])

    async def act(self, request: web.Request) -> web.Response:
        phone, act = self._phone(request), await request.json()
        if "tap" in act:
            await phone.tap(str(act["tap"]))
        else:
            await phone.say(str(act["say"]))
        return web.json_response({})

    def _phone(self, request: web.Request) -> Phone:
        try:
            return self._phones[request.match_info["name"]]
        except KeyError:
            raise web.HTTPNotFound from None
