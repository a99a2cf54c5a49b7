"""The journeys once more, over a Zalo official account that takes buttons, and over one that refuses them."""

import pytest

from storage.database import Database
from tests.fakes.zalo.talk import zalo_talk
from tests.journeys.story import Journey
from tests.journeys.test_journeys import JOURNEYS, go

TOLD = [one for one in JOURNEYS if one.knowledge == "fake" and not one.pictured]


@pytest.mark.parametrize("buttons", [True, False], ids=["buttons", "numbers"])
@pytest.mark.parametrize("journey", TOLD, ids=lambda journey: journey.name)
async def test_a_journey_is_the_same_over_zalo(
    journey: Journey, buttons: bool, sqlite_database: Database
) -> None:
    async with zalo_talk(sqlite_database, buttons=buttons) as talk:
        await go(talk, journey)
