"""The account's tokens: renewed in time by one process at a time, stored before they are used."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.channels.zalo.oauth import REFRESH_LIVES, OAuth, Pair
from bot.errors import ChannelAwayError, ChannelError, GrantLostError, LoginRefusedError
from motcua.clock import Clock, utc_now
from storage import grants
from storage.database import Database
from storage.grants import Grant

log = logging.getLogger(__name__)

NAME = "zalo"

EARLY = timedelta(hours=1)
"""How long before its end an access token is renewed."""

ALARM = timedelta(days=14)
"""How long before its end a refresh token that nobody could renew is an error in the log."""

LOOK_EVERY = 600.0
"""Seconds between looks at the clock."""

WAIT, MOST = 0.5, 130
"""Seconds between looks while another process renews, and how often: until its lease has ended."""


class Tokens:
    """One account's tokens in the database; several processes may hold one of these each."""

    def __init__(
        self, database: Database, oauth: OAuth, *, clock: Clock = utc_now, wait: float = WAIT
    ) -> None:
        self._database = database
        self._oauth = oauth
        self._clock = clock
        self._wait = wait
        self._grant: Grant | None = None
        self._alone = asyncio.Lock()
        self._renewal: asyncio.Task[str] | None = None

    async def granted(self) -> Grant | None:
        """What is stored now; None where nobody logged in."""
        async with self._database.reading() as session:
            self._grant = await grants.get(session, NAME)
        return self._grant

    async def access(self) -> str:
        """A token that works; raises GrantLostError or ChannelAwayError."""
        grant = self._grant or await self._needed()
        if grant.access_until - self._clock() > EARLY:
            return grant.access
        return await self.renewed(grant.access)

    async def renewed(self, stale: str) -> str:
        """The token that came after this one, whoever renewed it."""
        async with self._alone:
            if self._renewal is None or self._renewal.done():
                self._renewal = asyncio.create_task(self._renew(stale))
            # a request that is given up must not take the new pair with it: the old one is spent
            return await asyncio.shield(self._renewal)

    async def keep(self, pair: Pair, account: str) -> None:
        """Store a pair before anything is done with it."""
        now = self._clock()
        grant = Grant(
            account=account,
            access=pair.access,
            refresh=pair.refresh,
            access_until=now + pair.lives,
            refresh_until=now + REFRESH_LIVES,
            renewed_at=now,
        )
        async with self._database.writing() as session:
            await grants.put(session, NAME, grant)
        self._grant = grant

    async def look(self) -> None:
        """Renew what ends soon, and tell of what nobody could renew."""
        grant = await self.granted()
        if grant is None:
            log.error("Zalo has granted nothing yet: run “motcua zalo login”")
            return
        await self._try_to_renew(grant)
        if grant.refresh_until - self._clock() <= ALARM:
            log.error("Zalo's consent ends on %s: run “motcua zalo login”", grant.refresh_until.date())

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Look from time to time as long as one is inside."""
        task = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def close(self) -> None:
        """Finish a renewal under way: its old token is spent already."""
        if self._renewal is not None:
            await asyncio.wait([self._renewal])

    async def _try_to_renew(self, grant: Grant) -> None:
        try:
            await self.access()
        except ChannelError:
            log.exception("the tokens of Zalo could not be renewed; they end on %s", grant.access_until)

    async def _watch(self) -> None:
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("the tokens of Zalo cannot be looked at")
            await asyncio.sleep(LOOK_EVERY)

    async def _renew(self, stale: str) -> str:
        for _ in range(MOST):
            grant = await self._needed()
            if grant.access != stale:
                return grant.access
            if await self._leased():
                return await self._exchanged(grant)
            await asyncio.sleep(self._wait)
        raise ChannelAwayError(reason="another process renews the tokens")

    async def _leased(self) -> bool:
        async with self._database.writing() as session:
            return await grants.lease(session, NAME, self._clock())

    async def _exchanged(self, seen: Grant) -> str:
        """With the lease: read once more, then spend the refresh token and store what comes."""
        grant = await self._needed()
        if grant != seen:
            await self._give_back()
            return grant.access
        try:
            pair = await self._oauth.next(grant.refresh)
        except ChannelError:
            await self._give_back()
            raise
        except LoginRefusedError as error:
            return await self._despite(str(error.details["reason"]), grant)
        await self._kept(pair, grant.account)
        return pair.access

    async def _kept(self, pair: Pair, account: str) -> None:
        """Store it, waiting out a database that is away: without this pair nobody gets another one."""
        while True:
            try:
                return await self.keep(pair, account)
            except Exception:
                log.exception("new tokens of Zalo could not be stored; it is tried again at once")
                await asyncio.sleep(self._wait)

    async def _despite(self, reason: str, grant: Grant) -> str:
        """Refused: unless somebody stored a new pair meanwhile, only the account's owner can help."""
        await self._give_back()
        again = await self._needed()
        if again != grant:
            return again.access
        log.error("Zalo does not renew our tokens: run “motcua zalo login” (%s)", reason)
        raise GrantLostError(reason=reason)

    async def _needed(self) -> Grant:
        grant = await self.granted()
        if grant is None:
            raise GrantLostError(reason="nobody logged in")
        return grant

    async def _give_back(self) -> None:
        async with self._database.writing() as session:
            await grants.give_back(session, NAME)
