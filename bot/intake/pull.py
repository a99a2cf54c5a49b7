"""Asking a system that cannot push: the seam, and ``TraCuuHoSo`` through a province's LGSP adapter.

Off unless the settings name one (``bot.intake.asking``). What is pulled goes the way of what is pushed: it is
read by ``bot.intake.national`` and taken in as any delivery is.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Any, Final, Protocol

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.intake.breaker import Breaker
from bot.intake.national import Reading, read
from bot.intake.row import Delivery
from motcua.clock import Clock, utc_now
from storage.dossiers import lookup_key

log = logging.getLogger(__name__)

TIMEOUT: Final = ClientTimeout(total=5, connect=2)
WAITS: Final = (0.2, 0.8)
"""Seconds before the second and the third try."""

FRESH: Final = 300.0
"""Seconds for which an answer is not asked for again."""

REMEMBERED: Final = 10_000
"""Answers that are kept in memory."""

LARGEST: Final = 1024 * 1024
"""Bytes of one answer that are read."""

NOTHING: Final = Reading(reports=(), refusals=())


class Pull(Protocol):
    """One system that can be asked for a dossier."""

    async def fetch(self, code: str) -> Reading:
        """What the system says of a dossier; nothing where it has none or does not answer."""
        ...


class LgspPull:
    """``TraCuuHoSo`` as a POST of the code; an answer is kept for five minutes, also that there is none.

    The session carries whatever the adapter wants to see: a token, a client certificate.
    """

    def __init__(
        self,
        http: ClientSession,
        url: str,
        *,
        source: str,
        breaker: Breaker | None = None,
        clock: Clock = utc_now,
        ticks: Callable[[], float] = monotonic,
        waits: tuple[float, ...] = WAITS,
    ) -> None:
        self._http = http
        self._url = url
        self._source = source
        self._breaker = breaker or Breaker()
        self._clock = clock
        self._ticks = ticks
        self._waits = waits
        self._kept: OrderedDict[str, tuple[float, Reading]] = OrderedDict()

    async def fetch(self, code: str) -> Reading:
        """Ask, unless that was done just now or the other side is down. Never raises for the other side."""
        key = lookup_key(code)
        kept = self._kept.get(key)
        if kept is not None and self._ticks() - kept[0] < FRESH:
            return kept[1]
        body = await self._ask(code)
        if body is None:
            return NOTHING
        return self._keep(key, self._read(key, body))

    def _keep(self, key: str, reading: Reading) -> Reading:
        self._kept[key] = (self._ticks(), reading)
        self._kept.move_to_end(key)
        if len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)
        return reading

    def _read(self, key: str, body: object) -> Reading:
        """The rows about the dossier that was asked for; an adapter that says more is not believed."""
        rows = body.get("result", body) if isinstance(body, dict) else body
        reading = read(rows or [], Delivery(at=self._clock(), source=self._source))
        own = tuple(report for report in reading.reports if lookup_key(report.code) == key)
        return Reading(reports=own, refusals=reading.refusals)

    async def _ask(self, code: str) -> Any:
        for wait in (*self._waits, None):
            if self._breaker.open:
                return None
            try:
                body = await self._post(code)
            except (ClientError, TimeoutError, ValueError, RecursionError) as error:
                self._breaker.failed()
                log.warning("%s could not be asked: %s", self._source, type(error).__name__)
                if wait is not None:
                    await asyncio.sleep(wait)
            else:
                self._breaker.worked()
                return body
        return None

    async def _post(self, code: str) -> Any:
        body = {"service": "TraCuuHoSo", "MaHoSo": code}
        async with self._http.post(self._url, json=body, timeout=TIMEOUT) as answer:
            answer.raise_for_status()
            if (answer.content_length or 0) > LARGEST:
                raise ValueError("the answer is too large")
            return await answer.json(content_type=None)
