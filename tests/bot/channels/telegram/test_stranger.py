"""The whole service talks to a Bot API that we did not write.

Skipped where there is no npm to install it with; CI has one, and ends where installing fails.
"""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.channels import lines
from bot.settings import Settings
from tests.fakes.telegram import stranger
from tests.fakes.telegram.server import TOKEN
from tests.fakes.telegram.stranger import MODULES, Stranger

PATIENCE = 60


async def shows(fake: Stranger, count: int) -> dict[str, Any]:
    """The latest message once there are so many."""
    screen = await fake.screen()
    if len(screen) >= count:
        return screen[-1]
    await asyncio.sleep(0.1)
    return await shows(fake, count)


@pytest.mark.skipif(not MODULES.is_dir(), reason="no npm to install it with")
async def test_a_question_a_press_and_their_answers(tmp_path: Path) -> None:
    async with stranger.opened() as fake:
        where: dict[str, Any] = {"data_dir": tmp_path, "telegram_api": fake.url}
        settings = Settings(_env_file=None, telegram_token=TOKEN, **where)
        async with (
            App.open(settings) as app,
            lines.opened(app) as opened,
            app.serving(),
            lines.listening(opened),
            asyncio.timeout(PATIENCE),
        ):
            await fake.say("làm giấy khai sinh cho con cần gì")
            card = await shows(fake, 1)
            assert "<b>Giấy tờ" in card["text"]
            buttons = [one for row in card["reply_markup"]["inline_keyboard"] for one in row]
            (fee,) = [one["callback_data"] for one in buttons if one["text"] == "Lệ phí"]
            await fake.press(fee, card)
            assert "<b>Lệ phí" in (await shows(fake, 2))["text"]
    assert "answerCallbackQuery" in fake.calls
