"""Chats that follow the sample dossier, for the tests of notices."""

from datetime import datetime

from storage import follows
from storage.database import Database
from storage.deliveries import apply_all
from storage.follows import Follow, Role
from storage.reports import Report
from tests.storage.moments import NOW
from tests.storage.samples import CODE, HASHER


async def take(database: Database, *reports: Report, now: datetime = NOW) -> None:
    """Take reports in, one transaction each."""
    for report in reports:
        async with database.writing() as session:
            await apply_all(session, HASHER, [report], clock=lambda: now)


async def tie(database: Database, chat: str = "a", code: str = CODE, role: Role = Role.APPLICANT) -> Follow:
    """A chat that proved the dossier and follows it."""
    async with database.writing() as session:
        found = await follows.opened(session, "web", chat, code, role=role, now=NOW)
        assert found is not None
        await follows.follow(session, found.id, NOW)
        again = await follows.get(session, "web", chat, found.id)
        assert again is not None
        return again
