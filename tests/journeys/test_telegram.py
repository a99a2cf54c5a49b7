"""The journeys once more, over Telegram: polled and pushed, through the real channel and a fake Bot API."""

import pytest

from storage.database import Database
from tests.conftest import SHARED
from tests.fakes.telegram.schema import Schema
from tests.fakes.telegram.talk import Way, telegram_talk
from tests.journeys.story import Journey
from tests.journeys.test_journeys import JOURNEYS, go

TOLD = [one for one in JOURNEYS if one.knowledge == "fake"]


@pytest.fixture(scope="module")
def schema() -> Schema | None:
    return Schema.beside(SHARED)


@pytest.mark.parametrize("way", ["poll", "webhook"])
@pytest.mark.parametrize("journey", TOLD, ids=lambda journey: journey.name)
async def test_a_journey_is_the_same_over_telegram(
    journey: Journey, way: Way, sqlite_database: Database, schema: Schema | None
) -> None:
    async with telegram_talk(sqlite_database, way, schema) as talk:
        await go(talk, journey)
