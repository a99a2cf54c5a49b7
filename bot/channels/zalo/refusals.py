"""What a refusal of Zalo means to the sender, which knows when to come again and when to give up."""

import logging
from datetime import datetime, time, timedelta

from bot.channels.zalo.api import MINUTE
from bot.channels.zalo.codes import Remedy, refusal
from bot.errors import (
    AccountBarredError,
    CallRefusedError,
    ChannelAwayError,
    ChannelError,
    ChatGoneError,
    GrantLostError,
    ReplyRefusedError,
    RetryLaterError,
)
from motcua.clock import in_vietnam
from storage.quiet_hours import UNTIL, waking

log = logging.getLogger(__name__)

HOUR = 3600.0
"""Seconds to wait where Zalo finds it night and we do not."""

_KINDS: dict[Remedy, type[ChannelError]] = {
    Remedy.RENEW: GrantLostError,
    Remedy.AGAIN: ChannelAwayError,
    Remedy.CLOSED: ReplyRefusedError,
    Remedy.OTHER_WAY: ReplyRefusedError,
    Remedy.OURS: ReplyRefusedError,
    Remedy.GONE: ChatGoneError,
    Remedy.OPERATOR: AccountBarredError,
}


_LOUD: dict[Remedy, str] = {
    Remedy.OPERATOR: "Zalo needs an operator: %s",
    Remedy.OURS: "Zalo refuses what we send; please report it: %s",
    Remedy.CLOSED: "Zalo lets us write to this person no more until they write: %s",
}
"""What is told at once, besides what becomes of the reply."""


def ours(error: CallRefusedError, now: datetime) -> ChannelError:
    """The same in the sender's words; what an operator has to mend is told at once."""
    remedy = refusal(error.code).remedy
    if remedy is Remedy.SLOWLY:
        return RetryLaterError(seconds=MINUTE)
    if remedy is Remedy.MORNING:
        return RetryLaterError(seconds=(waking(now) - now).total_seconds() or HOUR)
    if remedy is Remedy.TOMORROW:
        return RetryLaterError(seconds=(_tomorrow(now) - now).total_seconds())
    reason = f"{error.code}, {refusal(error.code).meaning}"
    if remedy in _LOUD:
        log.error(_LOUD[remedy], reason)
    return _KINDS[remedy](reason=reason)


def _tomorrow(now: datetime) -> datetime:
    local = in_vietnam(now)
    return datetime.combine(local.date() + timedelta(days=1), time(UNTIL.hour), local.tzinfo)
