from dataclasses import replace

import pytest

from bot.clerks.clerk import _no_address, _NoPrinter, drafted
from bot.errors import BeyondAClerkError
from handlers.dialogue import Dialogue
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.services import Services
from storage.database import Database
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.talk import HASHER, START

SERVICES = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER, clock=lambda: START)
LINE = Message(channel="test", chat="an", event_id="e1", at=START, text="khai sinh cho con")


async def test_a_question_is_worked_out(database: Database) -> None:
    draft = await drafted(database, Dialogue(SERVICES), LINE)
    assert draft is not None
    assert draft.outcome is Outcome.ANSWERED
    assert draft.counted is not None


async def test_what_has_to_be_written_down_is_the_desk_s(database: Database) -> None:
    """A question that found nothing is noted for officers."""
    assert await drafted(database, Dialogue(SERVICES), replace(LINE, text="thời tiết hôm nay")) is None


async def test_a_fault_is_the_desk_s_to_tell(database: Database) -> None:
    class Broken(FakeLibrary):
        def known(self, code: str) -> bool:
            raise ZeroDivisionError

    assert await drafted(database, Dialogue(replace(SERVICES, library=Broken())), LINE) is None


async def test_drawing_and_links_are_beyond_a_clerk() -> None:
    with pytest.raises(BeyondAClerkError):
        await _NoPrinter().calendar(())
    with pytest.raises(BeyondAClerkError):
        _no_address("telegram", "home")
