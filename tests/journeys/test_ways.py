"""The journeys once more, over every channel and each of its ways: the citizen meets the same service."""

from pathlib import Path

import pytest

import bot.channels
from bot.web.channel import WebChannel
from storage.database import Database
from tests.journeys import story
from tests.journeys.story import Journey
from tests.journeys.test_journeys import JOURNEYS, go
from tests.journeys.ways import WAYS


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
async def test_a_journey_is_the_same_over_every_channel(
    journey: Journey, way: str, sqlite_database: Database
) -> None:
    async with WAYS[way](sqlite_database) as talk:
        await go(talk, journey)


def test_no_journey_is_left_out_on_any_way() -> None:
    """Whoever takes one out, or marks it to be skipped, has to say so here."""
    marks = test_a_journey_is_the_same_over_every_channel.pytestmark  # type: ignore[attr-defined]
    told = {mark.args[0]: list(mark.args[1]) for mark in marks if mark.name == "parametrize"}
    assert told == {"journey": story.load(Path(__file__).parent), "way": list(WAYS)}
    assert {mark.name for mark in marks} == {"parametrize"}


def test_every_channel_has_its_ways() -> None:
    lines = {one.parent.name for one in Path(bot.channels.__path__[0]).glob("*/line.py")}
    assert {way.partition(",")[0] for way in WAYS} == lines | {WebChannel.name}
