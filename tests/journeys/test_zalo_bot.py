"""The journeys once more, over the Zalo Bot Platform: polled and pushed, every event twice, no buttons."""

import pytest

from storage.database import Database
from tests.fakes.zalo_bot.talk import Way, zalo_bot_talk
from tests.journeys.story import Journey
from tests.journeys.test_journeys import JOURNEYS, go

TOLD = [one for one in JOURNEYS if one.knowledge == "fake" and not one.pictured]


@pytest.mark.parametrize("way", ["poll", "webhook"])
@pytest.mark.parametrize("journey", TOLD, ids=lambda journey: journey.name)
async def test_a_journey_is_the_same_over_a_zalo_bot(
    journey: Journey, way: Way, sqlite_database: Database
) -> None:
    async with zalo_bot_talk(sqlite_database, way) as talk:
        await go(talk, journey)
