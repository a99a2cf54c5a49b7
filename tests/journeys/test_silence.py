"""What anybody wrote, a name, a number, a token: none is ever in the log or the figures, whatever happens."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from bot.journal import Journal
from bot.logs import OURS, Lines
from bot.meter import Meter
from bot.watching import Watches
from knowledge.matching.match import Match, Place
from storage.database import Database
from tests.fakes.talk import HASHER
from tests.fakes.telegram import faults
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.server import TOKEN
from tests.fakes.telegram.talk import TelegramTalk, telegram_talk
from tests.journeys.story import Journey
from tests.journeys.test_journeys import JOURNEYS, go

PRIVATE = [one for one in JOURNEYS if one.knowledge == "fake" and one.filed]
"""The journeys with dossiers: names, phone numbers and codes go through all of them."""


@pytest.fixture
def written() -> Iterator[StringIO]:
    """The log as the service writes it, with everybody at their most talkative."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines("json", [TOKEN]))
    loggers = [logging.getLogger(name) for name in OURS]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield stream
    for logger in loggers:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)


class Breaks:
    """A matcher with a fault, which quotes what it could not read."""

    def match(self, text: str, place: Place) -> Match:
        raise ValueError(text)


def secrets_of(journey: Journey) -> set[str]:
    lines = {turn.say for turn in journey.turns if turn.say and len(turn.say) > 3}
    filed = {word for one in journey.filed for word in (one.code, one.applicant, one.phone, one.identity)}
    return {*lines, *filed, TOKEN} - {""}


@pytest.mark.parametrize("journey", PRIVATE, ids=lambda journey: journey.name)
async def test_a_journey_leaves_no_word_in_the_log_and_the_figures(
    journey: Journey, sqlite_database: Database, written: StringIO
) -> None:
    meter = Meter()
    watch = Watches(Journal(HASHER), meter)
    async with telegram_talk(sqlite_database, "poll", None, watch=watch) as talk:
        talk.fake.fail_after("getUpdates", 1, Fault(code=502), Fault(cut=True))
        talk.fake.fail_after("answerCallbackQuery", 1, faults.flood(1))
        await go(talk, journey)
        await _break(talk)
    log, figures = written.getvalue(), meter.text().decode()
    labels = {line.rpartition(" ")[0] for line in figures.splitlines()}  # a time may hold any four digits
    assert log.count('"message": "turn"') == len(journey.turns) + 1
    assert '"outcome": "failed"' in log
    assert {one for one in secrets_of(journey) if one in log} == set()
    assert "123456" not in log
    assert f'motcua_messages_total{{channel="telegram"}} {len(journey.turns) + 1}.0' in figures
    assert {one for one in secrets_of(journey) if any(one in label for label in labels)} == set()


async def _break(talk: TelegramTalk) -> None:
    """A fault of ours in the middle of a line, which its own words would quote."""
    talk.matcher = Breaks()
    await talk.say("làm khai sinh cho con tôi tên Nguyễn Văn Bí Mật")
