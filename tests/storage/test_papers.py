from storage import papers
from storage.database import Database
from tests.storage.moments import NOW


async def test_kinds_are_kept_once_dropped_and_forgotten(database: Database) -> None:
    async with database.writing() as session:
        await papers.keep(session, "web", "an", ["identity", "land", "identity"], NOW)
        await papers.keep(session, "web", "an", ["land"], NOW)
        await papers.keep(session, "web", "binh", ["photo"], NOW)
        await papers.keep(session, "web", "an", [], NOW)
        assert await papers.of_chat(session, "web", "an") == {"identity", "land"}

        await papers.drop(session, "web", "an", "land")
        assert await papers.of_chat(session, "web", "an") == {"identity"}

        await papers.forget(session, "web", "an")
        assert await papers.of_chat(session, "web", "an") == set()
        assert await papers.of_chat(session, "web", "binh") == {"photo"}
