import asyncio

from sqlalchemy import select

from storage import links
from storage.database import Database
from storage.follows import Role
from storage.links import LIFETIME, Opened
from storage.tables import links as table
from tests.storage.following import take
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, CODE


def test_a_code_is_found_inside_a_sentence() -> None:
    secret = "hs_" + "a2" * 10
    assert links.code_in(f"mã của em là {secret.upper()} ạ") == secret
    assert links.code_in(f"x{secret}") == links.code_in(secret[:-1]) == links.code_in("hs_") == ""


async def make(database: Database) -> str:
    await take(database, ACCEPTED)
    async with database.writing() as session:
        made = await links.make(session, CODE, role=Role.HELPER, now=NOW)
    assert made is not None
    return made


async def use(database: Database, secret: str, minutes: float = 0) -> Opened | None:
    async with database.writing() as session:
        return await links.use(session, secret, later(minutes))


async def test_a_code_opens_once_as_whom_it_was_made_for(database: Database) -> None:
    secret = await make(database)
    assert await use(database, secret.upper()) == Opened(code=CODE, role=Role.HELPER)
    assert await use(database, secret) is None


async def test_used_by_two_at_once_it_opens_to_one(database: Database) -> None:
    secret = await make(database)
    opened = await asyncio.gather(*(use(database, secret) for _ in range(4)))
    assert len([one for one in opened if one]) == 1


async def test_it_opens_nothing_after_its_time_and_is_forgotten(database: Database) -> None:
    secret = await make(database)
    minutes = LIFETIME.total_seconds() / 60 + 1
    assert await use(database, secret, minutes) is None
    async with database.writing() as session:
        await links.purge(session, later(minutes))
        assert (await session.execute(select(table))).all() == []


async def test_a_false_code_and_an_unknown_dossier_give_nothing(database: Database) -> None:
    await make(database)
    assert await use(database, "hs_" + "a" * 20) is None
    async with database.writing() as session:
        assert await links.make(session, "000.00.01.H99-261101-9999", role=Role.APPLICANT, now=NOW) is None


async def test_the_code_itself_is_not_kept(database: Database) -> None:
    secret = await make(database)
    async with database.reading() as session:
        assert secret not in str((await session.execute(select(table))).all())
