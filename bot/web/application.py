"""The web server: one page, its conversation, and its health."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from aiohttp import web

from bot.web.assets import Assets
from bot.web.channel import WebChannel
from bot.web.chat import Chat
from bot.web.embedding import Embedding
from bot.web.files import Files
from bot.web.health import Health
from bot.web.intake import Intake
from bot.web.offline import Offline
from bot.web.page import Page
from bot.web.pictures import Pictures
from bot.web.replies import Replies
from bot.web.security import Security
from bot.web.service import Service
from bot.web.visit import Door
from bot.web.wire import BODY_LIMIT
from handlers.language import Languages


class Part(Protocol):
    """Something with routes of its own."""

    def routes(self) -> list[web.RouteDef]:
        """Where it answers."""
        ...


def watched(*parts: Part) -> web.Application:
    """An application of these parts alone, for those who watch a process that serves no page."""
    application = web.Application()
    for part in parts:
        application.add_routes(part.routes())
    return application


def create(service: Service, channel: WebChannel, *also: Part) -> web.Application:
    """The application for ``web.AppRunner``; the service's sender must send through this channel.

    ``also`` answers on the same port: what agencies and channels knock at.
    """
    say = Languages.shipped().of(service.settings.language)
    door, assets = Door(service.settings.origin), Assets.load()
    intake = Intake(service.lanes, say)
    chat = Chat(door, intake, Replies(service.database, channel))
    files, pictures = Files(door, service.database), Pictures(door, intake)
    page = Page(door, assets, service.database, say)
    framers = service.settings.framers
    application = web.Application(client_max_size=BODY_LIMIT)
    parts: tuple[Part, ...] = (
        page,
        assets,
        chat,
        files,
        pictures,
        Offline(assets, say),
        Embedding(page, framers),
        Health(service, channel),
        *also,
    )
    for part in parts:
        application.add_routes(part.routes())
    application.on_response_prepare.append(Security(door, framers).protect)
    application.on_shutdown.append(_farewell(channel))
    return application


def _farewell(channel: WebChannel) -> Callable[[web.Application], Awaitable[None]]:
    async def close(_: web.Application) -> None:
        channel.close()

    return close
