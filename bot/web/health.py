"""Whether the service lives, and whether it can answer: for whoever starts, watches and balances it."""

import logging

from aiohttp import web
from sqlalchemy import text

from bot.web.channel import WebChannel
from bot.web.service import Service

log = logging.getLogger(__name__)


class Health:
    """``/healthz``: the process answers. ``/readyz``: it has its memory and its knowledge and is staying."""

    def __init__(self, service: Service, channel: WebChannel) -> None:
        self._service = service
        self._channel = channel

    def routes(self) -> list[web.RouteDef]:
        """Where the answers stand."""
        return [web.get("/healthz", self.alive), web.get("/readyz", self.ready)]

    async def alive(self, _: web.Request) -> web.Response:
        """Alive as long as this can be said."""
        return web.json_response({"status": "ok"})

    async def ready(self, _: web.Request) -> web.Response:
        """Ready to be sent people, or 503 and what is missing."""
        checks = {
            "database": await self._remembers(),
            "knowledge": len(self._service.library.entries()) > 0,
            "serving": not self._channel.closing,
        }
        return web.json_response(checks, status=200 if all(checks.values()) else 503)

    async def _remembers(self) -> bool:
        try:
            async with self._service.database.reading() as session:
                await session.execute(text("select 1"))
        except Exception:
            log.exception("the database does not answer")
            return False
        return True
