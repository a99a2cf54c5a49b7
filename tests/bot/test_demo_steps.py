from datetime import timedelta

import pytest

from bot.demo import SAMPLES, seed
from bot.demo_steps import NEXT, advance
from bot.errors import DemoEndedError, UnknownDossierError
from storage import dossiers
from storage.database import Database
from storage.deliveries import apply
from storage.reports import Status
from tests.storage.moments import NOW
from tests.storage.samples import ACCEPTED, HASHER

CODES = {sample.status: sample.code for sample in SAMPLES}


@pytest.fixture(autouse=True)
async def _seeded(sqlite_database: Database) -> None:
    async with sqlite_database.writing() as session:
        await seed(session, HASHER, NOW)


async def step(database: Database, code: str, hours: int = 1) -> Status:
    async with database.writing() as session:
        await advance(session, HASHER, code, NOW + timedelta(hours=hours))
        found = await dossiers.get(session, code)
    assert found is not None
    return found.status


@pytest.mark.parametrize("status", NEXT)
async def test_a_dossier_moves_one_state_on(sqlite_database: Database, status: Status) -> None:
    assert await step(sqlite_database, CODES[status]) is NEXT[status]


async def test_it_can_be_walked_to_its_end(sqlite_database: Database) -> None:
    walked = [await step(sqlite_database, CODES[Status.REGISTERED], hour) for hour in range(1, 5)]
    assert walked == [Status.ACCEPTED, Status.PROCESSING, Status.READY, Status.RETURNED]


@pytest.mark.parametrize("status", set(Status) - set(NEXT))
async def test_what_has_ended_goes_no_further(sqlite_database: Database, status: Status) -> None:
    with pytest.raises(DemoEndedError):
        await step(sqlite_database, CODES[status])


async def test_no_real_dossier_is_touched(sqlite_database: Database) -> None:
    real = "000.00.04.H51-200221-0001"
    async with sqlite_database.writing() as session:
        await apply(session, HASHER, ACCEPTED.__class__(code=real, at=NOW, status=Status.ACCEPTED))
    with pytest.raises(UnknownDossierError):
        await step(sqlite_database, real)
