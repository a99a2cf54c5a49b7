"""The whole Telegram line of a running service: out through the sender, in by polling or by webhook."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial

from aiohttp import web

from bot.app import App
from bot.channels.asking import asking
from bot.channels.post import Told
from bot.channels.telegram.api import Api, connected, translated
from bot.channels.telegram.channel import NAME, TelegramChannel
from bot.channels.telegram.door import Door
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.links import link
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.setup import set_webhook
from bot.channels.telegram.webhook import webhook
from bot.channels.typing import Typing
from bot.settings import Settings


class TelegramLine:
    """What brings updates in."""

    def __init__(self, api: Api, door: Door, settings: Settings, refused: Told) -> None:
        self._api = api
        self._door = door
        self._settings = settings
        self._refused = refused

    def routes(self) -> Sequence[web.RouteDef]:
        """What the web server serves for Telegram; nothing while we poll."""
        settings = self._settings
        if settings.telegram_mode == "poll" or settings.telegram_secret is None:
            return ()
        secret = settings.telegram_secret.get_secret_value()
        return webhook(self._door, settings.telegram_webhook_url, secret, self._refused).routes()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Take updates in as long as one is inside."""
        if self._settings.telegram_mode == "webhook":
            await set_webhook(self._api, self._settings)
            yield
        else:
            with translated():
                await self._api.delete_webhook()
            async with asking(Polling(self._api, self._door).run):
                yield


@asynccontextmanager
async def opened(app: App) -> AsyncIterator[TelegramLine | None]:
    """The line, its channel given to the sender; None where no token is set."""
    settings = app.settings
    if settings.telegram_token is None:
        yield None
        return
    async with connected(settings.telegram_token.get_secret_value(), settings.telegram_api) as api:
        typing = Typing(api.typing)
        channel = TelegramChannel(api, app.database, typing, language=settings.language)
        app.sender.add(channel)
        app.sight.add(NAME, channel.picture)
        app.links.add(NAME, partial(link, api.username))
        inline = Inline(api, app.services)
        door = Door(api, app.lanes, app.database, typing, inline=inline, gone=app.sender.leave)
        app.desk.reads(NAME, door.read)
        yield TelegramLine(api, door, settings, app.meter.refusals(NAME))
        await door.close()
