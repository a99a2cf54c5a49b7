"""``motcua telegram``: what Telegram is to know of the bot."""

import asyncio

import click

from bot.channels.telegram.api import connected
from bot.channels.telegram.setup import introduce, set_webhook
from bot.errors import NoTokenError
from bot.settings import Settings, load


@click.group()
def telegram() -> None:
    """The Telegram bot of this deployment."""


@telegram.command()
def setup() -> None:
    """Set commands, descriptions and menu in every language, and the webhook of the settings or none."""
    click.echo(asyncio.run(_setup(load())))


async def _setup(settings: Settings) -> str:
    if settings.telegram_token is None:
        raise NoTokenError
    async with connected(settings.telegram_token.get_secret_value(), settings.telegram_api) as api:
        await introduce(api)
        await set_webhook(api, settings)
        way = settings.telegram_webhook_url if settings.telegram_mode == "webhook" else "polling"
        return f"@{api.username}: {way}\nhttps://t.me/{api.username}"
