import pytest

from bot.speech import spoken
from handlers.state import State
from storage.chats import save_state
from storage.database import Database
from tests.fakes.talk import START


@pytest.mark.parametrize(("chosen", "found"), [("en", "en"), ("", "vi"), ("km", "vi")])
async def test_who_chose_a_language_is_spoken_to_in_it(
    sqlite_database: Database, chosen: str, found: str
) -> None:
    async with sqlite_database.writing() as session:
        await save_state(session, "zalo", "7", State(language=chosen).dump(), START)
        assert (await spoken(session, "zalo", "7", "vi")).name == found


async def test_who_never_wrote_is_spoken_to_as_everybody(sqlite_database: Database) -> None:
    async with sqlite_database.reading() as session:
        assert (await spoken(session, "zalo", "7", "en")).name == "en"
