"""The whole line of a Zalo bot: out through the sender, in by polling or by webhook."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.app import App
from bot.channels.asking import asking
from bot.channels.pictures import Pictures
from bot.channels.post import Post, Told
from bot.channels.typing import Typing
from bot.channels.zalo_bot.api import Api, connected
from bot.channels.zalo_bot.channel import NAME, ZaloBotChannel
from bot.channels.zalo_bot.door import Door
from bot.channels.zalo_bot.place import Place
from bot.channels.zalo_bot.polling import Polling
from bot.settings import Settings

HEADER = "X-Bot-Api-Secret-Token"


class ZaloBotLine:
    """What brings events in."""

    def __init__(self, api: Api, door: Door, settings: Settings, refused: Told) -> None:
        self._api = api
        self._door = door
        self._url = settings.zalo_bot_webhook_url
        self._secret = settings.zalo_bot_secret.get_secret_value() if settings.zalo_bot_secret else ""
        self._refused = refused

    def routes(self) -> Sequence[web.RouteDef]:
        """What the web server serves for it; nothing while we poll."""
        if not self._url:
            return ()
        post = Post(self._door.take, url=self._url, header=HEADER, secret=self._secret, refused=self._refused)
        return post.routes()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Take events in as long as one is inside."""
        if self._url:
            await self._api.set_webhook(self._url, self._secret)
            yield
        else:
            await self._api.delete_webhook()
            async with asking(Polling(self._api, self._door).run):
                yield


@asynccontextmanager
async def opened(app: App) -> AsyncIterator[ZaloBotLine | None]:
    """The line, its channel given to the sender; None where no token is set."""
    settings = app.settings
    if settings.zalo_bot_token is None:
        yield None
        return
    async with connected(settings.zalo_bot_token.get_secret_value(), settings.zalo_bot_api) as api:
        typing = Typing(lambda chat: api.typing(Place.read(chat).id))
        app.sender.add(ZaloBotChannel(api, typing))
        app.sight.add(NAME, Pictures(api.http).fetch)
        door = Door(app.lanes, typing, name=api.name)
        app.desk.reads(NAME, door.read)
        yield ZaloBotLine(api, door, settings, app.meter.refusals(NAME))
        typing.close()
