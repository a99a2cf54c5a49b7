from datetime import timedelta
from typing import Any

from aiohttp import ClientSession

from bot.channels.zalo.api import Api
from bot.channels.zalo.oauth import OAuth
from bot.channels.zalo.status import report
from bot.channels.zalo.tokens import Tokens
from bot.settings import Settings
from storage.database import Database
from tests.fakes.zalo.faults import Fault
from tests.fakes.zalo.granting import OA_ID
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of


def settings(**given: Any) -> Settings:
    return Settings(_env_file=None, **given)


async def test_everything_an_operator_looks_for(fake: FakeZalo, api: Api, tokens: Tokens) -> None:
    templates = {"status": {"id": "1", "data": {}}}
    text = await report(api, tokens, settings(zalo_templates=templates), clock=lambda: fake.now)
    for line in (
        f"official account: {OA_ID}",
        "renewed: 2026-11-22 10:00, 0 hours ago",
        "access token: until 2026-11-23 11:00",
        "refresh token: until 2027-02-20 10:00, 90 days left",
        "account: oaid 388613280878808645, name Một Cửa, is_verified True, package_name Nâng cao",
        "consultation messages: quota_type sub_quota, total 500, remain 10",
        "templates: dailyQuota 500, remainingQuota 500",
        "templates set for: status",
        "/zalo/webhook",
        "“Lọc cú pháp” off",
    ):
        assert line in text
    assert fake.granting.access not in text


async def test_it_warns_before_the_end(fake: FakeZalo, api: Api, tokens: Tokens) -> None:
    fake.now += timedelta(hours=1)
    text = await report(api, tokens, settings(), clock=lambda: fake.now + timedelta(days=80))
    assert "9 days left  RUN “motcua zalo login” SOON" in text


async def test_what_zalo_does_not_tell_is_told_with_the_reason(
    fake: FakeZalo, api: Api, tokens: Tokens
) -> None:
    fake.fail("/v2.0/oa/getoa", Fault(code=-224))
    fake.fail("/v3.0/oa/quota/message", Fault(cut=True))
    text = await report(api, tokens, settings(), clock=lambda: fake.now)
    assert "account: The channel refuses with code -224" in text
    assert "consultation messages: The channel cannot be reached" in text


async def test_nobody_logged_in(fake: FakeZalo, sqlite_database: Database, http: ClientSession) -> None:
    tokens = Tokens(sqlite_database, OAuth(account_of(fake), http))
    text = await report(Api(account_of(fake), tokens, http), tokens, settings())
    assert "tokens: none, run “motcua zalo login”" in text
    assert fake.calls == []
