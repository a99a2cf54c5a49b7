"""The webhook: Zalo posts events to our own web server, and signs them.

It answers as soon as an event is kept, well within the two seconds that Zalo waits.
"""

import logging
from collections.abc import Sequence

from aiohttp import web

from bot.channels.post import Told, whole
from bot.channels.zalo.account import Account
from bot.channels.zalo.door import Door
from bot.channels.zalo.signature import signed

log = logging.getLogger(__name__)

PATH = "/zalo/webhook"

_TEST = (b"", b"{}")
"""What Zalo posts, unsigned, when the address is saved: it wants 200 and means nothing."""


class Webhook:
    """One path for all of the app's official accounts.

    ``status`` answers what is signed wrongly, ``told`` hears of it.
    """

    def __init__(self, account: Account, door: Door, status: int, told: Told) -> None:
        self._account = account
        self._door = door
        self._status = status
        self._told = told
        self.refused = 0

    def routes(self) -> Sequence[web.RouteDef]:
        """Where it listens, behind whatever path a proxy cuts off."""
        return [web.post(PATH, self.post)]

    async def post(self, request: web.Request) -> web.Response:
        """Take one event; one that is not signed by Zalo is never acted on."""
        raw = await whole(request)
        if raw.strip() in _TEST:
            return web.Response()
        if not signed(self._account, raw, request.headers):
            return self._refuse()
        await self._door.take(raw)
        return web.Response()

    def _refuse(self) -> web.Response:
        """Counted, and told the first time and whenever the count has doubled: nobody can flood the log."""
        self.refused += 1
        self._told()
        if self.refused & (self.refused - 1) == 0:
            log.error(
                "%d events so far were not signed by Zalo and are ignored: is MOTCUA_ZALO_OA_SECRET right?",
                self.refused,
            )
        return web.Response(status=self._status)
