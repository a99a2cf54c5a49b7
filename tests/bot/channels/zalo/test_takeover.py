from datetime import timedelta

import pytest

from bot.channels.zalo.takeover import Takeover
from handlers.message import Message
from handlers.presses import Home, Start
from storage.database import Database
from storage.presences import Presence
from tests.fakes.talk import START


@pytest.fixture
def takeover(sqlite_database: Database) -> Takeover:
    return Takeover(
        sqlite_database, lasts=timedelta(hours=1), language="vi", told=lambda: None, clock=lambda: START
    )


def said(text: str = "", press: str = "") -> Message:
    return Message(channel="zalo", chat="7", event_id="1", at=START, text=text, press=press)


@pytest.mark.parametrize(("minutes", "quiet"), [(None, False), (1, True), (0, False), (-1, False)])
def test_an_officer_answers_until_then(takeover: Takeover, minutes: int | None, quiet: bool) -> None:
    until = None if minutes is None else START + timedelta(minutes=minutes)
    assert takeover.quiet(Presence(spoke_at=START, human_until=until, phone="")) is quiet
    assert not takeover.quiet(None)


@pytest.mark.parametrize("text", ["cảm ơn anh", "bot này ngu quá", "khai sinh", "", "tôi muốn gặp cán bộ"])
async def test_what_is_said_to_the_officer_is_not_for_us(takeover: Takeover, text: str) -> None:
    assert await takeover.called_back(said(text)) is None


async def test_following_anew_is_no_button(takeover: Takeover) -> None:
    assert await takeover.called_back(said(press=Start().encode())) is None


async def test_a_call_by_name_opens_the_menu(takeover: Takeover) -> None:
    assert await takeover.called_back(said("gặp trợ lý ạ")) is None
    called = await takeover.called_back(said("gặp trợ lý"))
    assert called == said(press=Home().encode())
