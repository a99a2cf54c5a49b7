"""Everything the doctor looks at, one after the other; nothing is changed and no secret is shown."""

from collections.abc import AsyncIterator
from datetime import datetime

from bot.doctor import channels, clock, house, memory
from bot.doctor.finding import Finding
from bot.settings import Settings
from handlers.language import Language
from motcua.clock import Clock, utc_now


async def examine(settings: Settings, say: Language, now: Clock = utc_now) -> AsyncIterator[Finding]:
    """Look at the settings and files, the database, the channels and the clock."""
    for finding in house.look(settings, say):
        yield finding
    found, time = await memory.look(settings.url, say, now())
    others = {say("the database"): time} if time else {}
    for finding in found:
        yield finding
    async for finding in channels.look(settings, say):
        yield finding
    for finding in clock.look(others | await _telegrams(settings), say, now()):
        yield finding


async def _telegrams(settings: Settings) -> dict[str, datetime]:
    time = await clock.of_server(settings.telegram_api) if settings.telegram_token else None
    return {"Telegram": time} if time else {}
