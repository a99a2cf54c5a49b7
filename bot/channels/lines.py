"""Every line of this deployment besides the web chat: a new channel is one more name in ``_LINES``."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Protocol

from aiohttp import web

from bot.app import App
from bot.channels.telegram import line as telegram
from bot.channels.zalo import line as zalo
from bot.channels.zalo_bot import line as zalo_bot


class Line(Protocol):
    """The way in of a channel; its way out was given to the sender when it was opened."""

    def routes(self) -> Sequence[web.RouteDef]:
        """What the web server serves for it."""
        ...

    def listening(self) -> AbstractAsyncContextManager[None]:
        """Take events in as long as one is inside."""
        ...


_LINES: tuple[Callable[[App], AbstractAsyncContextManager[Line | None]], ...] = (
    telegram.opened,
    zalo.opened,
    zalo_bot.opened,
)


@asynccontextmanager
async def opened(app: App) -> AsyncIterator[Sequence[Line]]:
    """The lines that are set up, each connected."""
    async with AsyncExitStack() as stack:
        found = [await stack.enter_async_context(line(app)) for line in _LINES]
        yield [line for line in found if line is not None]


@asynccontextmanager
async def listening(lines: Sequence[Line]) -> AsyncIterator[None]:
    """All of them taking events in."""
    async with AsyncExitStack() as stack:
        for line in lines:
            await stack.enter_async_context(line.listening())
        yield
