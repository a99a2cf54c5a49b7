from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app import App
from bot.channels import lines
from bot.settings import Settings
from tests.fakes.zalo_bot.person import Person
from tests.fakes.zalo_bot.server import TOKEN, FakeZaloBot

SECRET = "a-secret-of-ours-0001"


def settings(tmp_path: Path, fake: FakeZaloBot, **given: Any) -> Settings:
    return Settings(
        _env_file=None,
        data_dir=tmp_path,
        telegram_token=None,
        zalo_bot_token=TOKEN,
        zalo_bot_api=fake.url,
        **given,
    )


async def test_the_whole_service_answers_by_polling(tmp_path: Path, fake: FakeZaloBot, an: Person) -> None:
    async with App.open(settings(tmp_path, fake)) as app, lines.opened(app) as opened:
        assert [route for line in opened for route in line.routes()] == []
        async with app.serving(), lines.listening(opened):
            await an.say("làm giấy khai sinh cho con cần gì")
            shown = await an.sees("Giấy chứng sinh")
            number = next(line for line in shown.text.split("\n") if line.endswith("Lệ phí")).split(".")[0]
            await an.say(number)
            await an.sees("Lệ phí:")


@pytest.mark.parametrize("bare", [True, False])
async def test_the_whole_service_answers_by_webhook(
    tmp_path: Path, fake: FakeZaloBot, an: Person, bare: bool
) -> None:
    fake.bare = bare
    async with TestServer(web.Application()) as placeholder:
        port = placeholder.port
    given = {"zalo_bot_webhook_url": f"http://127.0.0.1:{port}/zalo-bot/motcua", "zalo_bot_secret": SECRET}
    async with App.open(settings(tmp_path, fake, **given)) as app, lines.opened(app) as opened:
        application = web.Application()
        for line in opened:
            application.add_routes(line.routes())
        async with TestServer(application, port=port), app.serving(), lines.listening(opened):
            await an.say("làm giấy khai sinh cho con cần gì")
            await an.sees("Giấy chứng sinh")
    assert fake.webhook["secret_token"] == SECRET


async def test_without_a_token_there_is_no_zalo_bot(tmp_path: Path) -> None:
    chosen = Settings(_env_file=None, data_dir=tmp_path, telegram_token=None, zalo_bot_token=None)
    async with App.open(chosen) as app, lines.opened(app) as opened:
        assert list(opened) == []
