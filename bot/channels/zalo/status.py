"""How things stand with the official account, for whoever runs it."""

from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.channels.zalo.api import Api
from bot.channels.zalo.settings import ZaloSettings
from bot.channels.zalo.tokens import ALARM, Tokens
from bot.channels.zalo.webhook import PATH
from bot.errors import ChannelError
from motcua.clock import Clock, in_vietnam, utc_now
from storage.grants import Grant

_INFO = ("oaid", "name", "is_verified", "package_name", "linked_ZCA")
_MENDS = (
    "turn “Lọc cú pháp” off, or only lines that begin with # arrive",
    "turn “Webhook Retry” on, so that nothing is lost while the service restarts",
    "copy “OA Secret Key” of the webhook page into MOTCUA_ZALO_OA_SECRET",
)


async def report(api: Api, tokens: Tokens, settings: ZaloSettings, clock: Clock = utc_now) -> str:
    """Everything an operator looks for first, a line each."""
    return "\n".join([line async for line in _lines(api, tokens, settings, clock())])


async def _lines(api: Api, tokens: Tokens, settings: ZaloSettings, now: datetime) -> AsyncIterator[str]:
    grant = await tokens.granted()
    if grant is None:
        yield "tokens: none, run “motcua zalo login”"
    else:
        for line in _tokens(grant, now):
            yield line
        yield await _asked("account", api.get("/v2.0/oa/getoa"), _INFO)
        quota = {"quota_owner": "OA", "product_type": "cs"}
        yield await _asked("consultation messages", api.post("/v3.0/oa/quota/message", quota))
        yield await _asked("templates", api.ask_business("/message/quota"))
    yield f"templates set for: {', '.join(settings.zalo_templates) or 'nothing'}"
    yield f"webhook: https://<your domain>{PATH}"
    for mend in _MENDS:
        yield f"  - {mend}"


def _tokens(grant: Grant, now: datetime) -> Sequence[str]:
    left = grant.refresh_until - now
    alarm = "  RUN “motcua zalo login” SOON" if left <= ALARM else ""
    return (
        f"official account: {grant.account or 'unknown'}",
        f"renewed: {_clock(grant.renewed_at)}, {_hours(now - grant.renewed_at)} hours ago",
        f"access token: until {_clock(grant.access_until)}",
        f"refresh token: until {_clock(grant.refresh_until)}, {left.days} days left{alarm}",
    )


async def _asked(what: str, call: Awaitable[Mapping[str, Any]], names: Sequence[str] = ()) -> str:
    """What Zalo says of something, or why it does not."""
    try:
        found = await call
    except ChannelError as error:
        return f"{what}: {error}"
    shown = {name: value for name, value in found.items() if not names or name in names}
    return f"{what}: " + ", ".join(f"{name} {value}" for name, value in shown.items())


def _clock(moment: datetime) -> str:
    return f"{in_vietnam(moment):%Y-%m-%d %H:%M}"


def _hours(passed: timedelta) -> int:
    return int(passed.total_seconds() // 3600)
