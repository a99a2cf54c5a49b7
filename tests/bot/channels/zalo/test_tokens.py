import asyncio
import logging
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot.channels.zalo import tokens as module
from bot.channels.zalo.oauth import OAuth, Pair
from bot.channels.zalo.tokens import ALARM, NAME, Tokens
from bot.errors import ChannelAwayError, GrantLostError
from storage import grants
from storage.database import Database
from tests.fakes.zalo.faults import Fault
from tests.fakes.zalo.granting import OA_ID
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of, logged_in

TOKENS = "/v4/oa/access_token"


def another(fake: FakeZalo, database: Database, http: ClientSession) -> Tokens:
    """The same account in another process."""
    return Tokens(database, OAuth(account_of(fake), http), clock=lambda: fake.now, wait=0.01)


async def test_nobody_logged_in(
    fake: FakeZalo, sqlite_database: Database, http: ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    tokens = another(fake, sqlite_database, http)
    with pytest.raises(GrantLostError, match="nobody logged in"):
        await tokens.access()
    await tokens.look()
    assert "motcua zalo login" in caplog.text


async def test_a_token_is_used_until_its_last_hour(fake: FakeZalo, tokens: Tokens) -> None:
    first = await tokens.access()
    fake.now += timedelta(hours=23)
    assert await tokens.access() == first
    fake.now += timedelta(hours=1)
    assert await tokens.access() == fake.granting.access != first
    assert fake.granting.refreshed == 1


async def test_processes_that_renew_at_once_spend_one_token(
    fake: FakeZalo, database: Database, http: ClientSession
) -> None:
    await logged_in(fake, database, http)
    several = [another(fake, database, http) for _ in range(3)]
    fake.now += timedelta(hours=25)
    found = await asyncio.gather(*(one.access() for one in several for _ in range(3)))
    assert set(found) == {fake.granting.access}
    assert (fake.granting.refreshed, fake.granting.spent) == (1, 0)


async def test_the_new_pair_is_stored_before_it_is_used(
    fake: FakeZalo, sqlite_database: Database, http: ClientSession, tokens: Tokens
) -> None:
    stale = await tokens.access()
    fresh = await tokens.renewed(stale)
    async with sqlite_database.reading() as session:
        kept = await grants.get(session, NAME)
    assert kept is not None
    assert (kept.access, kept.account) == (fresh, OA_ID)
    assert await another(fake, sqlite_database, http).renewed(stale) == fresh
    assert fake.granting.refreshed == 1


async def test_a_request_that_is_given_up_does_not_take_the_new_pair_with_it(
    fake: FakeZalo, tokens: Tokens
) -> None:
    asking = asyncio.create_task(tokens.renewed(await tokens.access()))
    await asyncio.sleep(0.001)
    asking.cancel()
    await tokens.close()
    kept = await tokens.granted()
    assert kept is not None
    assert kept.access == fake.granting.access
    assert fake.granting.refreshed == 1


async def test_a_token_that_somebody_else_spent_is_no_loss_where_they_stored_theirs(
    fake: FakeZalo, sqlite_database: Database, http: ClientSession, tokens: Tokens
) -> None:
    """Another deployment of an older version, which knows no lease, renewed while we asked."""
    stale = await tokens.access()

    class Late(OAuth):
        async def next(self, refresh: str) -> Pair:
            pair = await super().next(refresh)
            await another(fake, sqlite_database, http).keep(pair, OA_ID)
            return await super().next(refresh)

    late = Tokens(sqlite_database, Late(account_of(fake), http), clock=lambda: fake.now)
    assert await late.renewed(stale) == fake.granting.access
    assert fake.granting.spent == 1


async def test_a_refusal_is_told_loudly_and_login_mends_it(
    fake: FakeZalo,
    sqlite_database: Database,
    http: ClientSession,
    tokens: Tokens,
    caplog: pytest.LogCaptureFixture,
) -> None:
    stale = await tokens.access()
    fake.now += timedelta(days=91)
    with pytest.raises(GrantLostError, match="Invalid refresh token"):
        await tokens.renewed(stale)
    assert "motcua zalo login" in caplog.text
    assert stale not in caplog.text
    await logged_in(fake, sqlite_database, http)
    assert await tokens.renewed(stale) == fake.granting.access


async def test_zalo_away_is_no_refusal(fake: FakeZalo, tokens: Tokens) -> None:
    stale = await tokens.access()
    fake.fail(TOKENS, Fault(cut=True))
    with pytest.raises(ChannelAwayError):
        await tokens.renewed(stale)
    assert await tokens.renewed(stale) == fake.granting.access


async def test_the_lease_of_a_dead_process_ends(
    fake: FakeZalo, sqlite_database: Database, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = await tokens.access()
    async with sqlite_database.writing() as session:
        assert await grants.lease(session, NAME, fake.now)
    monkeypatch.setattr(module, "MOST", 2)
    with pytest.raises(ChannelAwayError, match="another process"):
        await tokens.renewed(stale)
    fake.now += grants.LEASE
    assert await tokens.renewed(stale) == fake.granting.access


async def test_a_look_renews_in_time_and_warns_before_the_end(
    fake: FakeZalo, tokens: Tokens, caplog: pytest.LogCaptureFixture
) -> None:
    fake.now += timedelta(hours=24, minutes=30)
    await tokens.look()
    assert fake.granting.refreshed == 1
    assert caplog.records == []
    grant = await tokens.granted()
    assert grant is not None
    fake.now = grant.refresh_until - ALARM
    fake.fail(TOKENS, Fault(cut=True))
    await tokens.look()
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 2
    assert "Zalo's consent ends on" in caplog.text


async def test_it_looks_at_once_and_goes_on_after_a_fault(
    fake: FakeZalo, tokens: Tokens, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "LOOK_EVERY", 0.001)
    looked = asyncio.Event()
    looks = [RuntimeError("a fault of ours"), None]

    async def look() -> None:
        fault = looks.pop(0)
        if fault:
            raise fault
        looked.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(tokens, "look", look)
    async with tokens.watched():
        await asyncio.wait_for(looked.wait(), 10)
    assert "cannot be looked at" in caplog.text


async def test_a_pair_that_cannot_be_stored_at_once_is_not_lost(
    fake: FakeZalo, sqlite_database: Database, http: ClientSession, tokens: Tokens
) -> None:
    class Forgetful(Tokens):
        failures = 2

        async def keep(self, pair: Pair, account: str) -> None:
            if self.failures:
                self.failures -= 1
                raise ConnectionError
            await super().keep(pair, account)

    forgetful = Forgetful(sqlite_database, OAuth(account_of(fake), http), clock=lambda: fake.now, wait=0.001)
    assert await forgetful.renewed(await tokens.access()) == fake.granting.access
    assert forgetful.failures == 0
