from contextlib import AsyncExitStack

from sqlalchemy import URL

from benchmarks.deliveries.record import record
from benchmarks.deliveries.trial import Outcome, trial
from benchmarks.scratch import scratch

FAULTLESS = {
    "dossiers_differing": 0,
    "differing_from_tidy": 0,
    "notices_missing": 0,
    "notices_doubled": 0,
    "notices_untold": 0,
    "replies_unfounded": 0,
}


async def tried(postgres: str = "") -> Outcome:
    async with AsyncExitStack() as stack:
        one, two, three = [await stack.enter_async_context(scratch(postgres)) for _ in range(3)]
        return await trial(record(700, 5), (one, two, three), kills=2, seed=5)


def check(found: Outcome) -> None:
    assert found.killed == 2
    assert found.notices > 50
    assert {name: getattr(found, name) for name in FAULTLESS} == FAULTLESS


async def test_a_killed_intake_loses_and_doubles_nothing_on_sqlite() -> None:
    check(await tried())


async def test_a_killed_intake_loses_and_doubles_nothing_on_postgresql(postgres_server: URL) -> None:
    check(await tried(postgres_server.render_as_string(hide_password=False)))
