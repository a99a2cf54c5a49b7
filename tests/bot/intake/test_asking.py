import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import pytest
from aiohttp.test_utils import TestServer

from bot.desk import Desk
from bot.intake.asking import CHAT, Asking, asking
from bot.intake.national import Reading
from bot.settings import Settings
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.services import Services
from motcua.clock import utc_now
from storage.database import Database
from tests.bot.intake import bodies
from tests.bot.intake.bodies import CODE
from tests.fakes.lgsp import FakeLgsp
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.talk import HASHER

_events = count(1)


def line(text: str, chat: str = "an", **more: Any) -> Message:
    return Message(channel="test", chat=chat, event_id=str(next(_events)), at=utc_now(), text=text, **more)


@asynccontextmanager
async def talking(database: Database, lgsp: FakeLgsp) -> AsyncIterator[Desk]:
    """A desk before a province's adapter, as the settings put them together."""
    async with TestServer(lgsp.application()) as server:
        settings = Settings(
            pull_url=str(server.make_url("/TraCuuHoSo")), pull_token="geheim", pull_source="H99"
        )
        async with asking(settings, database, HASHER) as asked:
            services = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER)
            yield Desk(database, Dialogue(services), ahead=asked)


async def say(desk: Desk, text: str) -> Answer:
    answer = await desk.converse(line(text))
    assert answer is not None
    return answer


async def test_a_dossier_nobody_pushed_is_there_when_its_digits_are(database: Database) -> None:
    lgsp = FakeLgsp(rows={CODE: [bodies.dossier()]})
    async with talking(database, lgsp) as desk:
        assert (await say(desk, f"hồ sơ {CODE}")).outcome is Outcome.NEEDS_PROOF
        found = await say(desk, "0123")
    assert found.outcome is Outcome.TRACKED
    assert lgsp.asked == [CODE]
    assert lgsp.tokens == ["Bearer geheim"]


async def test_a_system_that_is_down_says_the_same_as_one_without_the_dossier(database: Database) -> None:
    said = []
    for lgsp in (FakeLgsp(faults=[500] * 9), FakeLgsp()):
        async with talking(database, lgsp) as desk:
            said.append([(await say(desk, text)).outcome for text in (CODE, "9999")])
    assert said[0] == said[1] == [Outcome.NEEDS_PROOF, Outcome.NEEDS_PROOF]


async def test_without_an_address_nobody_is_asked(database: Database) -> None:
    async with asking(Settings(), database, HASHER) as asked:
        assert asked is None


class Slow:
    """A system that never answers, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def fetch(self, code: str) -> Reading:
        self.asked.append(code)
        await asyncio.Event().wait()
        raise AssertionError


async def test_a_silent_system_holds_up_nobody_for_long(sqlite_database: Database) -> None:
    asked = Asking(sqlite_database, HASHER, Slow(), patience=0.01)
    await asked(line(CODE))
    await asyncio.wait_for(asked(line("0123")), 5)
    await asyncio.wait_for(asked(line("xin chào", chat="another")), 5)
    await asked.close()


class Empty(Slow):
    """A system that holds nothing."""

    async def fetch(self, code: str) -> Reading:
        self.asked.append(code)
        return Reading(reports=(), refusals=())


@pytest.mark.parametrize("public", [False, True])
async def test_nobody_walks_through_another_system_s_codes(sqlite_database: Database, public: bool) -> None:
    system = Empty()
    asked = Asking(sqlite_database, HASHER, system)
    for number in range(CHAT.burst * 3):
        await asked(line(f"000.00.01.H99-261101-{number:04}", public=public))
        await asked(line("1234"))
    assert len(system.asked) == (0 if public else CHAT.burst)
