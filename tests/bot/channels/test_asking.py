import asyncio

import pytest

from bot.channels.asking import ask_for_ever, patience
from bot.errors import ChannelAwayError, RetryLaterError


def test_waits_grow_and_the_channels_own_goes_first() -> None:
    waits = (1.0, 5.0)
    assert [patience(ConnectionError(), failures, waits) for failures in (0, 1, 9)] == [1.0, 5.0, 5.0]
    assert patience(RetryLaterError(seconds=7), 0, waits) == 7


async def test_it_goes_on_after_any_failure_and_names_it(caplog: pytest.LogCaptureFixture) -> None:
    failures: list[Exception] = [ChannelAwayError(reason="a wall"), ConnectionError("no memory")]
    done = asyncio.Event()

    async def once() -> None:
        if failures:
            raise failures.pop(0)
        done.set()
        await asyncio.sleep(60)

    task = asyncio.create_task(ask_for_ever(once, "Zalo", (0.0,)))
    await asyncio.wait_for(done.wait(), 20)
    task.cancel()
    assert "Zalo is asked again in 0.0 seconds. The channel cannot be reached: a wall." in caplog.text
    assert "no memory" in caplog.text
