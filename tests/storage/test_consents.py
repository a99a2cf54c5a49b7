from storage import consents
from storage.consents import Consent
from storage.database import Database
from tests.storage.moments import NOW, later


async def test_a_chat_agreed_to_nothing_until_it_did(database: Database) -> None:
    async with database.writing() as session:
        assert await consents.of_chat(session, "web", "a") is None
        await consents.give(session, "web", "a", version=1, now=NOW)
        assert await consents.of_chat(session, "web", "a") == Consent(version=1, given_at=NOW)
        assert await consents.of_chat(session, "web", "b") is None


async def test_a_newer_wording_replaces_the_older(database: Database) -> None:
    async with database.writing() as session:
        await consents.give(session, "web", "a", version=1, now=NOW)
        await consents.give(session, "web", "a", version=2, now=later(1))
        assert await consents.of_chat(session, "web", "a") == Consent(version=2, given_at=later(1))
