"""The web chat on a port: open as long as one is inside."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web


@asynccontextmanager
async def listening(application: web.Application, host: str, port: int) -> AsyncIterator[str]:
    """Serve at this address, port 0 being any free one; gives the URL of the page.

    On the way out open pages are sent away and running requests are finished.
    """
    runner = web.AppRunner(application, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        name, number = runner.addresses[0][:2]
        yield f"http://[{name}]:{number}/" if ":" in name else f"http://{name}:{number}/"
    finally:
        await runner.cleanup()
