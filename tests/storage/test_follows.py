import pytest

from storage import follows, notices
from storage.database import Database
from storage.follows import Role
from tests.storage.following import take, tie
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, CODE, PROCESSING


@pytest.fixture(autouse=True)
async def _a_dossier(database: Database) -> None:
    await take(database, ACCEPTED)


async def test_a_proof_ties_the_chat_to_the_dossier_and_follows_nothing_yet(database: Database) -> None:
    async with database.writing() as session:
        found = await follows.opened(session, "web", "a", CODE.lower(), role=Role.HELPER, now=NOW)
    assert found is not None
    assert (found.code, found.role, found.opened_at, found.followed_at) == (CODE, Role.HELPER, NOW, None)


async def test_there_is_no_tie_to_an_unknown_dossier(database: Database) -> None:
    async with database.writing() as session:
        unknown = "000.00.01.H99-261101-9999"
        assert await follows.opened(session, "web", "a", unknown, role=Role.APPLICANT, now=NOW) is None


async def test_a_second_proof_renews_the_tie_and_keeps_the_applicant(database: Database) -> None:
    first = await tie(database)
    async with database.writing() as session:
        again = await follows.opened(session, "web", "a", CODE, role=Role.HELPER, now=later(5))
    assert again is not None
    assert (again.id, again.role, again.opened_at) == (first.id, Role.APPLICANT, later(5))
    assert again.followed_at == NOW


async def test_a_helper_who_proves_it_becomes_the_applicant(database: Database) -> None:
    await tie(database, role=Role.HELPER)
    assert (await tie(database)).role is Role.APPLICANT


async def test_nobody_reads_the_tie_of_another_chat(database: Database) -> None:
    found = await tie(database)
    async with database.reading() as session:
        assert await follows.get(session, "web", "b", found.id) is None
        assert await follows.get(session, "zalo", "a", found.id) is None
        assert await follows.of_chat(session, "web", "b") == []
        assert await follows.of_chat(session, "web", "a") == [found]


async def test_unfollowing_drops_what_was_waiting(database: Database) -> None:
    found = await tie(database)
    await take(database, PROCESSING)
    async with database.writing() as session:
        await follows.unfollow(session, found.id)
        assert await notices.waiting(session, later(60 * 24), 10) == []
    await take(database, ACCEPTED)
    async with database.reading() as session:
        (left,) = await follows.of_chat(session, "web", "a")
        assert left.followed_at is None


async def test_the_applicant_ends_what_helpers_see(database: Database) -> None:
    mine, other = await tie(database, "a"), await tie(database, "b", role=Role.HELPER)
    async with database.writing() as session:
        assert await follows.helpers(session, mine.dossier_id) == 1
        await follows.end_helpers(session, mine.dossier_id)
        assert await follows.helpers(session, mine.dossier_id) == 0
        assert await follows.get(session, "web", "b", other.id) is None
        assert await follows.get(session, "web", "a", mine.id) == mine


async def test_a_chat_that_is_gone_follows_nothing(database: Database) -> None:
    await tie(database)
    async with database.writing() as session:
        await follows.let_go(session, "web", "a")
        assert [one.followed_at for one in await follows.of_chat(session, "web", "a")] == [None]
