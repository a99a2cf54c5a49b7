from datetime import UTC, datetime, timedelta

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.doctor import clock
from bot.doctor.finding import Grade
from handlers.language import Language

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def test_a_clock_that_is_off_is_told(say: Language) -> None:
    others = {"the database": NOW + timedelta(seconds=2), "Telegram": NOW - timedelta(minutes=5)}
    right, wrong = clock.look(others, say, NOW)
    assert (right.grade, right.mend) == (Grade.GOOD, "")
    assert (wrong.grade, wrong.told) == (Grade.BROKEN, "300 seconds off from Telegram")
    assert "timedatectl" in wrong.mend


def test_alone_it_cannot_be_wrong(say: Language) -> None:
    (only,) = clock.look({}, say, NOW)
    assert only.grade is Grade.GOOD


async def test_a_server_tells_the_time_and_nobody_tells_none() -> None:
    async with TestServer(web.Application()) as server:
        told = await clock.of_server(str(server.make_url("/")))
    assert told is not None
    assert told.tzinfo is UTC
    assert await clock.of_server("http://127.0.0.1:9") is None
