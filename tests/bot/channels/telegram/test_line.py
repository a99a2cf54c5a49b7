from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app import App
from bot.channels import lines
from bot.settings import Settings
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import TOKEN, FakeTelegram

SECRET = "a-secret-of-ours-0001"


def settings(tmp_path: Path, fake: FakeTelegram, **given: Any) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, telegram_token=TOKEN, telegram_api=fake.url, **given)


async def test_the_whole_service_answers_by_polling(tmp_path: Path, fake: FakeTelegram, an: Person) -> None:
    async with App.open(settings(tmp_path, fake)) as app, lines.opened(app) as opened:
        assert [route for line in opened for route in line.routes()] == []
        async with app.serving(), lines.listening(opened):
            await an.say("làm giấy khai sinh cho con cần gì")
            await an.sees("Giấy chứng sinh")
            await an.tap("Lệ phí")
            await fake.until(lambda: fake.called("answerCallbackQuery"))
            await fake.until(lambda: len(an.screen) == 2)
            await an.ask("khai sinh")
            await fake.until(lambda: fake.called("answerInlineQuery"))
    assert 1 <= len(fake.called("answerInlineQuery")[0]["results"]) <= 10


async def test_the_whole_service_answers_by_webhook(tmp_path: Path, fake: FakeTelegram, an: Person) -> None:
    given = {"telegram_mode": "webhook", "telegram_secret": SECRET}
    async with TestServer(web.Application()) as placeholder:
        port = placeholder.port
    url = f"http://127.0.0.1:{port}/telegram/motcua"
    chosen = settings(tmp_path, fake, telegram_webhook_url=url, **given)
    async with App.open(chosen) as app, lines.opened(app) as opened:
        application = web.Application()
        for line in opened:
            application.add_routes(line.routes())
        async with TestServer(application, port=port), app.serving(), lines.listening(opened):
            await an.say("làm giấy khai sinh cho con cần gì")
            await an.sees("Giấy chứng sinh")
    assert fake.called("setWebhook")[0]["secret_token"] == SECRET


async def test_without_a_token_there_is_no_telegram(tmp_path: Path) -> None:
    async with (
        App.open(Settings(_env_file=None, data_dir=tmp_path, telegram_token=None)) as app,
        lines.opened(app) as opened,
    ):
        assert list(opened) == []
