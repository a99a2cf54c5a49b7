from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram.api import connected
from bot.doctor import channels
from bot.doctor.finding import Finding, Grade
from handlers.language import Language
from tests.bot.doctor.conftest import settings
from tests.fakes.telegram.chats import NOW
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.fakes.zalo_bot import server as zalo_bot
from tests.fakes.zalo_bot.server import FakeZaloBot

HOOK = "https://motcua.example/telegram/a"
ZALO_HOOK = "https://motcua.example/zalo-bot/a"
SECRET = "a-secret-of-ours-0001"


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram.open() as fake:
        yield fake


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZaloBot]:
    async with FakeZaloBot.open() as fake:
        yield fake


async def look(tmp_path: Path, say: Language, **given: Any) -> list[Finding]:
    return [one async for one in channels.look(settings(tmp_path, **given), say)]


def told(findings: list[Finding]) -> list[tuple[Grade, str]]:
    return [(one.grade, one.told) for one in findings]


async def test_no_channel_no_word(tmp_path: Path, say: Language) -> None:
    assert await look(tmp_path, say) == []


async def test_a_bot_that_is_polled(tmp_path: Path, say: Language, fake: FakeTelegram) -> None:
    found = await look(tmp_path, say, telegram_token=TOKEN, telegram_api=fake.url)
    assert told(found) == [(Grade.GOOD, "@motcua_bot answers"), (Grade.GOOD, "we ask it for messages")]


async def test_a_webhook_that_fails_and_leads_elsewhere(
    tmp_path: Path, say: Language, fake: FakeTelegram
) -> None:
    async with connected(TOKEN, fake.url) as api:
        await api.set_webhook("https://elsewhere.example/telegram/a", secret_token=SECRET)
    fake.troubles = {
        "last_error_date": NOW,
        "last_error_message": "Wrong response from the webhook: 502 Bad Gateway",
        "pending_update_count": 101,
    }
    given = {"telegram_mode": "webhook", "telegram_webhook_url": HOOK, "telegram_secret": SECRET}
    found = await look(tmp_path, say, telegram_token=TOKEN, telegram_api=fake.url, **given)
    assert [grade for grade, _ in told(found)] == [Grade.GOOD, *[Grade.WORTH_A_LOOK] * 3]
    assert "elsewhere.example" in found[1].told
    assert "502 Bad Gateway" in found[2].told
    assert "101" in found[3].told
    assert all(one.mend for one in found[1:])


async def test_a_wrong_token_is_not_repeated(tmp_path: Path, say: Language, fake: FakeTelegram) -> None:
    (found,) = await look(tmp_path, say, telegram_token="99:wrong-one", telegram_api=fake.url)
    assert found.grade is Grade.BROKEN
    assert "MOTCUA_TELEGRAM_TOKEN" in found.told
    assert "wrong-one" not in found.told + found.mend


async def test_a_zalo_bot(tmp_path: Path, say: Language, zalo: FakeZaloBot) -> None:
    given = {"zalo_bot_token": zalo_bot.TOKEN, "zalo_bot_api": zalo.url}
    assert told(await look(tmp_path, say, **given))[0] == (Grade.GOOD, "Bot Một Cửa answers")
    hook = {"zalo_bot_webhook_url": ZALO_HOOK, "zalo_bot_secret": SECRET}
    found = await look(tmp_path, say, **given, **hook)
    assert told(found)[1] == (Grade.WORTH_A_LOOK, "it does not bring messages anywhere")
    (away,) = await look(tmp_path, say, zalo_bot_token="99:wrong-one", zalo_bot_api=zalo.url)
    assert away.grade is Grade.BROKEN
