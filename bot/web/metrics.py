"""``/metrics``: the service's figures, for its operator alone."""

import hmac
from ipaddress import ip_address

from aiohttp import web

from bot.meter import Meter
from motcua.clock import Clock, utc_now
from storage.backlog import backlog, renewed
from storage.database import Database

_PROXIED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


class Metrics:
    """Answers whoever has the token; without one set, only programs on the same machine."""

    def __init__(self, meter: Meter, database: Database, token: str = "", clock: Clock = utc_now) -> None:
        self._meter = meter
        self._database = database
        self._token = token
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        """Where the answer stands."""
        return [web.get("/metrics", self.show)]

    async def show(self, request: web.Request) -> web.Response:
        """The figures in Prometheus' text form; 403 for everybody else."""
        if not self._may_see(request):
            raise web.HTTPForbidden
        async with self._database.reading() as session:
            waiting, tokens = await backlog(session), await renewed(session)
        self._meter.read(waiting, self._clock())
        self._meter.tokens(tokens, self._clock())
        return web.Response(
            body=self._meter.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        )

    def _may_see(self, request: web.Request) -> bool:
        if self._token:
            shown = request.headers.get("Authorization", "").encode()
            return hmac.compare_digest(shown, f"Bearer {self._token}".encode())
        return _from_here(request)


def _from_here(request: web.Request) -> bool:
    """Whether a program of this machine asks, and not a proxy of this machine for somebody else."""
    proxied = any(name in request.headers for name in _PROXIED)
    return not proxied and request.remote is not None and ip_address(request.remote).is_loopback
