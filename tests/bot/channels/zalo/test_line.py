from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.app import App
from bot.channels import lines
from bot.channels.zalo.webhook import PATH
from bot.settings import Settings
from tests.fakes.zalo.granting import APP_ID, APP_SECRET, OA_SECRET
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import logged_in


def settings(tmp_path: Path, fake: FakeZalo, **given: Any) -> Settings:
    own: dict[str, Any] = {"zalo_app_id": APP_ID, "zalo_app_secret": APP_SECRET, "zalo_oa_secret": OA_SECRET}
    where = dict.fromkeys(("zalo_api", "zalo_business_api", "zalo_oauth"), fake.url)
    return Settings(_env_file=None, data_dir=tmp_path, **(own | where | given))


async def refuse_one(address: str) -> None:
    """An event that Zalo never signed."""
    async with ClientSession() as http, http.post(address, json={"event_name": "user_send_text"}) as answer:
        assert answer.status == 200


async def test_the_whole_service_answers(tmp_path: Path, fake: FakeZalo, an: Person) -> None:
    async with App.open(settings(tmp_path, fake)) as app:
        async with ClientSession() as http:
            fake.now = app.services.clock()
            await logged_in(fake, app.database, http)
        async with lines.opened(app) as opened:
            application = web.Application()
            for line in opened:
                application.add_routes(line.routes())
            async with TestServer(application) as server, app.serving(), lines.listening(opened):
                fake.pusher.webhook = str(server.make_url(PATH))
                await an.follow()
                await an.sees("Một Cửa")
                await an.say("làm giấy khai sinh cho con cần gì")
                await an.sees("Giấy chứng sinh")
                await fake.settled()
                await refuse_one(str(server.make_url(PATH)))
                assert b'motcua_refused_total{channel="zalo"} 1.0' in app.meter.text()


async def test_without_an_app_there_is_no_zalo(tmp_path: Path) -> None:
    async with (
        App.open(Settings(_env_file=None, data_dir=tmp_path)) as app,
        lines.opened(app) as opened,
    ):
        assert list(opened) == []
