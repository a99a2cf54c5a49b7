"""The composition root: the one place that builds the parts of the service and puts them together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Protocol, Self

from bot import keys, known
from bot.alone import alone
from bot.channels.base import Channel
from bot.clerks.office import Office
from bot.desk import Desk
from bot.engine import Engine, Role, engine, linked, ways_out
from bot.errors import LonelyRoleError
from bot.intake.asking import Asking, asking
from bot.jetstream.bell import Bell
from bot.jetstream.connection import Connection
from bot.journal import Journal
from bot.keeper import Keeper
from bot.library import Library
from bot.links import Links
from bot.meter import Meter
from bot.notifier import Notifier
from bot.papers.printer import Printer
from bot.sender import Sender
from bot.settings import Settings
from bot.sight import Sight
from bot.watching import Watches
from handlers.dialogue import Dialogue
from handlers.services import Services
from knowledge import calendar
from knowledge.matching.match import Matcher
from storage.database import Database
from storage.keyed_hash import KeyedHash


class _Part(Protocol):
    async def start(self) -> None: ...

    async def stop(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """The parts of a running service."""

    settings: Settings
    database: Database
    library: Library
    matcher: Matcher
    hasher: KeyedHash
    services: Services
    links: Links
    meter: Meter
    sight: Sight
    dialogue: Dialogue
    office: Office
    desk: Desk
    sender: Sender
    lanes: Engine
    bells: tuple[Bell, ...]
    notifier: Notifier
    keeper: Keeper

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings, *channels: Channel) -> AsyncIterator[Self]:
        """Open the database, read the knowledge, and close what was opened at the end."""
        async with AsyncExitStack() as stack:
            database = await Database.open(settings.url, keys.cipher(settings))
            stack.push_async_callback(database.close)
            connection = await stack.enter_async_context(linked(settings))
            asked = await stack.enter_async_context(asking(settings, database, keys.hasher(settings)))
            yield await cls._build(settings, database, channels, connection, asked)

    @classmethod
    async def _build(
        cls,
        settings: Settings,
        database: Database,
        channels: tuple[Channel, ...],
        connection: Connection | None,
        asked: Asking | None,
    ) -> Self:
        library = await known.library(settings, database)
        links = Links(settings.origin)
        meter = Meter()
        hasher = keys.hasher(settings)
        watch = Watches(meter, Journal(hasher))
        services = known.services(settings, library, matched=meter.matched, printer=Printer(), address=links)
        dialogue = Dialogue(services)
        sight = Sight()
        office = Office(settings, matched=meter.matched)
        desk = Desk(database, dialogue, watch=watch, sight=sight, ahead=asked, drafts=office.draft)
        out = tuple(ways_out(channels, connection))
        sender = Sender(database, out, watch=watch)
        return cls(
            settings=settings,
            database=database,
            library=library,
            matcher=services.matcher,
            hasher=hasher,
            services=services,
            links=links,
            meter=meter,
            sight=sight,
            dialogue=dialogue,
            office=office,
            desk=desk,
            sender=sender,
            lanes=engine(desk, sender.wake, connection),
            bells=tuple(one for one in out if isinstance(one, Bell)),
            notifier=Notifier(database, language=settings.language, told=sender.wake),
            keeper=Keeper(database, months=settings.retention_months),
        )

    @asynccontextmanager
    async def serving(self, role: Role = Role.ALL) -> AsyncIterator[None]:
        """Answer and send for the channels; on the way out finish what was begun.

        Raises LonelyRoleError where the engine knows no other processes.
        """
        if role is not Role.ALL and self.settings.engine == "lanes":
            raise LonelyRoleError(role=role.value)
        async with AsyncExitStack() as stack:
            for bell in self.bells if role.listens else ():
                await bell.listen()
            if role.works:
                await asyncio.to_thread(calendar.prepare)
                await stack.enter_async_context(_running(self.office))
                await stack.enter_async_context(_running(self.sender))
                await stack.enter_async_context(_running(self.lanes))
                await stack.enter_async_context(alone(self.database.grip, "watching", self._watching))
            yield

    @asynccontextmanager
    async def _watching(self) -> AsyncIterator[None]:
        """What one process does for all of them."""
        async with _running(self.notifier), _running(self.keeper):
            yield


@asynccontextmanager
async def _running(part: _Part) -> AsyncIterator[None]:
    await part.start()
    try:
        yield
    finally:
        await part.stop()
