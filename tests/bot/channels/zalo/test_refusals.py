import logging
from datetime import UTC, datetime

import pytest

from bot.channels.zalo.codes import CODES, Remedy, refusal
from bot.channels.zalo.refusals import ours
from bot.errors import (
    AccountBarredError,
    CallRefusedError,
    ChannelAwayError,
    ChatGoneError,
    GrantLostError,
    ReplyRefusedError,
    RetryLaterError,
)

DAY = datetime(2026, 11, 22, 3, tzinfo=UTC)
NIGHT = datetime(2026, 11, 22, 16, tzinfo=UTC)
"""Ten in the morning and eleven at night in Vietnam."""

KINDS = {
    Remedy.RENEW: GrantLostError,
    Remedy.SLOWLY: RetryLaterError,
    Remedy.AGAIN: ChannelAwayError,
    Remedy.MORNING: RetryLaterError,
    Remedy.TOMORROW: RetryLaterError,
    Remedy.CLOSED: ReplyRefusedError,
    Remedy.OTHER_WAY: ReplyRefusedError,
    Remedy.GONE: ChatGoneError,
    Remedy.OURS: ReplyRefusedError,
    Remedy.OPERATOR: AccountBarredError,
}


def refused(code: int) -> CallRefusedError:
    return CallRefusedError(code=code, meaning=refusal(code).meaning)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_told_as_the_sender_understands_it(code: int) -> None:
    assert type(ours(refused(code), DAY)) is KINDS[CODES[code].remedy]


@pytest.mark.parametrize(
    ("code", "now", "hours"),
    [
        (-234, NIGHT, 7),
        (-133, NIGHT, 7),
        (-234, DAY, 1),
        (-144, DAY, 20),
        (-147, NIGHT, 7),
        (-32, DAY, 1 / 60),
    ],
)
def test_it_comes_again_when_it_may(code: int, now: datetime, hours: float) -> None:
    error = ours(refused(code), now)
    assert isinstance(error, RetryLaterError)
    assert error.seconds == hours * 3600


@pytest.mark.parametrize(
    ("code", "told"), [(-201, "please report it"), (-230, "until they write"), (-221, "an operator")]
)
def test_what_is_given_up_is_told_with_its_reason(
    code: int, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    ours(refused(code), DAY)
    assert told in caplog.text
    assert refusal(code).meaning in caplog.text


def test_an_operator_is_called_and_told_what_for(caplog: pytest.LogCaptureFixture) -> None:
    ours(refused(-213), DAY)
    assert caplog.records == []
    error = ours(refused(-321), DAY)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "no money" in caplog.text
    assert "no money" in str(error)
