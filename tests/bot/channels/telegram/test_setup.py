from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram.api import Api
from bot.channels.telegram.setup import introduce, set_webhook
from bot.settings import Settings
from tests.fakes.telegram.server import FakeTelegram


def settings(tmp_path: Path, **given: Any) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, telegram_token="1:a", **given)


async def test_vietnamese_is_for_everybody_and_english_for_its_readers(api: Api, fake: FakeTelegram) -> None:
    await introduce(api)
    everybody, english = fake.settings["setMyCommands:"], fake.settings["setMyCommands:en"]
    assert {"command": "tracuu", "description": "Hồ sơ của tôi đến đâu rồi?"} in everybody["commands"]
    assert {"command": "tracuu", "description": "Where is my dossier?"} in english["commands"]
    assert "trợ lý tự động" in fake.settings["setMyDescription:"]["description"]
    assert fake.settings["setMyShortDescription:en"]["short_description"]
    assert fake.settings["setChatMenuButton:"]["menu_button"] == {"type": "commands"}


async def test_introducing_twice_is_introducing(api: Api, fake: FakeTelegram) -> None:
    await introduce(api)
    once = dict(fake.settings)
    await introduce(api)
    assert fake.settings == once


async def test_the_webhook_is_set_with_its_secret_or_taken_away(
    api: Api, fake: FakeTelegram, tmp_path: Path
) -> None:
    url, secret = "https://motcua.example/telegram/a", "a-secret-of-ours-0001"
    given = {"telegram_mode": "webhook", "telegram_webhook_url": url, "telegram_secret": secret}
    await set_webhook(api, settings(tmp_path, **given))
    (asked,) = fake.called("setWebhook")
    assert (asked["url"], asked["secret_token"]) == (url, secret)
    assert "callback_query" in asked["allowed_updates"]
    assert "drop_pending_updates" not in asked
    await set_webhook(api, settings(tmp_path))
    assert (await api.get_webhook_info()).url == ""


@pytest.mark.parametrize("missing", ["telegram_webhook_url", "telegram_secret"])
def test_a_webhook_needs_both(missing: str, tmp_path: Path) -> None:
    given = {"telegram_webhook_url": "https://a.example/telegram/a", "telegram_secret": "s" * 16}
    del given[missing]
    with pytest.raises(ValueError, match=f"MOTCUA_{missing.upper()}"):
        settings(tmp_path, telegram_mode="webhook", **given)
