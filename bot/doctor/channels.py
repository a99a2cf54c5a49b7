"""The channels: whether they know us, and whether they bring messages where they should."""

from collections.abc import AsyncIterator

from telegram import WebhookInfo

from bot.channels.telegram import api as telegram
from bot.channels.zalo_bot import api as zalo_bot
from bot.doctor.finding import Finding, Grade
from bot.errors import ChannelError
from bot.settings import Settings
from handlers.language import Language

MANY = 100
"""Updates that wait at Telegram before it is worth a look."""


async def look(settings: Settings, say: Language) -> AsyncIterator[Finding]:
    """Every channel that is set up."""
    if settings.telegram_token is not None:
        async for finding in _telegram(settings, settings.telegram_token.get_secret_value(), say):
            yield finding
    if settings.zalo_bot_token is not None:
        async for finding in _zalo_bot(settings, settings.zalo_bot_token.get_secret_value(), say):
            yield finding


async def _telegram(settings: Settings, token: str, say: Language) -> AsyncIterator[Finding]:
    try:
        async with telegram.connected(token, settings.telegram_api) as api:
            yield Finding(about="Telegram", told=say("{name} answers", name=f"@{api.username}"))
            with telegram.translated():
                info = await api.get_webhook_info()
            wanted = settings.telegram_webhook_url if settings.telegram_mode == "webhook" else ""
            yield _brought("Telegram", info.url, wanted, say)
            for finding in _troubles(info, say):
                yield finding
    except ChannelError as error:
        yield _away("Telegram", error, say)


def _troubles(info: WebhookInfo, say: Language) -> list[Finding]:
    found = []
    if info.last_error_date and info.url:
        at, why = say.clock(info.last_error_date), info.last_error_message or ""
        told = say("Telegram could not deliver at {at}: {why}", at=at, why=why)
        mend = say("Is the address open from outside, with a valid certificate, and passed on by the proxy?")
        found.append(Finding(about="Telegram", told=told, mend=mend, grade=Grade.WORTH_A_LOOK))
    if info.pending_update_count > MANY:
        told = say("{count} messages wait at Telegram", count=info.pending_update_count)
        mend = say("Is the service running? Its log says what is in the way.")
        found.append(Finding(about="Telegram", told=told, mend=mend, grade=Grade.WORTH_A_LOOK))
    return found


async def _zalo_bot(settings: Settings, token: str, say: Language) -> AsyncIterator[Finding]:
    try:
        async with zalo_bot.connected(token, settings.zalo_bot_api) as api:
            yield Finding(about="Zalo Bot", told=say("{name} answers", name=api.name))
            yield _brought("Zalo Bot", await api.webhook(), settings.zalo_bot_webhook_url, say)
    except ChannelError as error:
        yield _away("Zalo Bot", error, say)


def _brought(about: str, found: str, wanted: str, say: Language) -> Finding:
    """Where messages are brought, held against where they should be."""
    if found == wanted:
        way = say("it brings messages to {url}", url=found) if found else say("we ask it for messages")
        return Finding(about=about, told=way)
    told = (
        say("it brings messages to {url}", url=found) if found else say("it does not bring messages anywhere")
    )
    mend = say("Start the service: it sets this as the settings say.")
    return Finding(about=about, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)


def _away(about: str, error: ChannelError, say: Language) -> Finding:
    mend = say("Check the token and that the firewall lets us out.")
    return Finding(about=about, told=say.error(error), mend=mend, grade=Grade.BROKEN)
