"""Everything the doctor looks at, one after the other; nothing is changed and no secret is shown."""

from collections.abc import AsyncIterator
from datetime import datetime

from bot.doctor import channels, clock, house, jetstream, memory, zalo
from bot.doctor.finding import Finding
from bot.settings import Settings
from handlers.language import Language
from motcua.clock import Clock, utc_now


async def examine(settings: Settings, say: Language, now: Clock = utc_now) -> AsyncIterator[Finding]:
    """Look at the settings and files, the database, the engine, the channels and the clock."""
    for finding in house.look(settings, say):
        yield finding
    found, standing = await memory.look(settings.url, say, now())
    for finding in found:
        yield finding
    async for finding in jetstream.look(settings, say):
        yield finding
    async for finding in channels.look(settings, say):
        yield finding
    async for finding in zalo.look(settings, standing, say, now()):
        yield finding
    ours = {say("the database"): standing.clock} if standing and standing.clock else {}
    for finding in clock.look(ours | await _others(settings), say, now()):
        yield finding


async def _others(settings: Settings) -> dict[str, datetime]:
    """The time of the servers that we talk to anyway."""
    addresses = {
        "Telegram": settings.telegram_api if settings.telegram_token else "",
        "Zalo": settings.zalo_api if settings.zalo_app_id else "",
    }
    times = {name: await clock.of_server(address) for name, address in addresses.items() if address}
    return {name: time for name, time in times.items() if time}
