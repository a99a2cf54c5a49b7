from pathlib import Path

from bot.doctor.examination import examine
from handlers.language import Language
from tests.bot.doctor.conftest import settings
from tests.fakes.telegram.server import TOKEN, FakeTelegram


async def test_everything_is_looked_at_once(tmp_path: Path, say: Language) -> None:
    async with FakeTelegram.open() as fake:
        chosen = settings(tmp_path, telegram_token=TOKEN, telegram_api=fake.url)
        found = [one.about async for one in examine(chosen, say)]
    assert list(dict.fromkeys(found)) == [
        "Settings",
        "Data folder",
        "Shipped knowledge",
        "Letters",
        "Database",
        "Telegram",
        "Clock",
    ]
