"""The whole Zalo line of a running service: out through the sender, in by the webhook, tokens kept alive."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta

from aiohttp import ClientSession, ClientTimeout, web

from bot.app import App
from bot.channels.pictures import Pictures
from bot.channels.zalo.account import Account
from bot.channels.zalo.api import Api
from bot.channels.zalo.channel import Looks, ZaloChannel
from bot.channels.zalo.door import Door
from bot.channels.zalo.oauth import OAuth
from bot.channels.zalo.payload import Payloads
from bot.channels.zalo.reading import NAME, Reader
from bot.channels.zalo.takeover import Takeover
from bot.channels.zalo.templates import Templates
from bot.channels.zalo.tokens import Tokens
from bot.channels.zalo.webhook import Webhook

PATIENCE = ClientTimeout(total=20)
"""Of one call, an upload included."""


class ZaloLine:
    """What brings events in."""

    def __init__(self, webhook: Webhook, tokens: Tokens) -> None:
        self._webhook = webhook
        self._tokens = tokens

    def routes(self) -> Sequence[web.RouteDef]:
        """What the web server serves for Zalo."""
        return self._webhook.routes()

    def listening(self) -> AbstractAsyncContextManager[None]:
        """Events come by themselves; meanwhile the tokens are watched."""
        return self._tokens.watched()


@asynccontextmanager
async def opened(app: App) -> AsyncIterator[ZaloLine | None]:
    """The line, its channel given to the sender; None where no app is set."""
    account = Account.of(app.settings)
    if account is None:
        yield None
        return
    async with ClientSession(timeout=PATIENCE) as http:
        tokens = Tokens(app.database, OAuth(account, http))
        payloads = Payloads(app.settings.key(), app.settings.former())
        app.sight.add(NAME, Pictures(http).fetch)
        app.sender.add(_channel(app, Api(account, tokens, http), payloads))
        door = await _door(app, tokens, payloads)
        try:
            refused = app.meter.refusals(NAME)
            yield ZaloLine(Webhook(account, door, app.settings.zalo_bad_signature, refused), tokens)
        finally:
            await tokens.close()


def _channel(app: App, api: Api, payloads: Payloads) -> ZaloChannel:
    settings = app.settings
    looks = Looks(
        language=settings.language, buttons=settings.zalo_buttons, picture=settings.zalo_form_picture
    )
    templates = Templates(api, app.database, settings.zalo_templates)
    return ZaloChannel(api, app.database, templates, payloads, looks=looks)


async def _door(app: App, tokens: Tokens, payloads: Payloads) -> Door:
    settings = app.settings
    granted = await tokens.granted()
    ours = settings.zalo_oa_id or (granted.account if granted else "")
    takeover = Takeover(
        app.database,
        lasts=timedelta(minutes=settings.zalo_takeover_minutes),
        language=settings.language,
        told=app.sender.wake,
    )
    reader = Reader(payloads, ours)
    app.desk.reads(NAME, reader.read)
    return Door(
        app.lanes,
        app.database,
        reader,
        takeover,
        gone=app.sender.leave,
        keeps_phones=settings.zalo_notices_by_phone,
    )
