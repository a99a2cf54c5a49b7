from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, ClientTimeout
from aiohttp.test_utils import TestServer

from bot.intake import pull
from bot.intake.breaker import Breaker
from bot.intake.pull import FRESH, NOTHING, LgspPull
from storage.reports import DossierReport
from tests.bot.intake import bodies
from tests.bot.intake.bodies import CODE
from tests.fakes.lgsp import FakeLgsp

TOKEN = {"Authorization": "Bearer geheim"}


@asynccontextmanager
async def asking(
    lgsp: FakeLgsp, ticks: list[float], breaker: Breaker | None = None
) -> AsyncIterator[LgspPull]:
    async with TestServer(lgsp.application()) as server, ClientSession(headers=TOKEN) as http:
        yield LgspPull(
            http,
            str(server.make_url("/TraCuuHoSo")),
            source="H99",
            breaker=breaker,
            ticks=lambda: ticks[0],
            waits=(0, 0),
        )


async def test_a_dossier_is_fetched_once_and_then_kept_for_a_while() -> None:
    lgsp, ticks = FakeLgsp(rows={CODE: [bodies.dossier()]}), [0.0]
    async with asking(lgsp, ticks) as system:
        first, again = await system.fetch(CODE), await system.fetch(CODE.lower())
        ticks[0] = FRESH + 1
        await system.fetch(CODE)
    (report,) = first.reports
    assert isinstance(report, DossierReport)
    assert report.source == "H99"
    assert again == first
    assert lgsp.asked == [CODE, CODE]
    assert set(lgsp.tokens) == {"Bearer geheim"}


async def test_that_there_is_none_is_kept_too() -> None:
    lgsp = FakeLgsp()
    async with asking(lgsp, [0.0]) as system:
        assert (await system.fetch(CODE)).reports == (await system.fetch(CODE)).reports == ()
    assert len(lgsp.asked) == 1


async def test_a_fault_that_passes_is_waited_out() -> None:
    lgsp = FakeLgsp(rows={CODE: [bodies.dossier()]}, faults=[500, 503])
    async with asking(lgsp, [0.0]) as system:
        assert len((await system.fetch(CODE)).reports) == 1


async def test_a_silent_system_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "TIMEOUT", ClientTimeout(total=0.05))
    async with asking(FakeLgsp(faults=[0, 0, 0]), [0.0]) as system:
        assert await system.fetch(CODE) == NOTHING


async def test_a_system_that_is_down_is_left_alone() -> None:
    lgsp = FakeLgsp(faults=[500] * 99)
    async with asking(lgsp, [0.0], Breaker(failures=4)) as system:
        for _ in range(5):
            assert await system.fetch(CODE) == NOTHING
    assert len(lgsp.asked) == 4


async def test_rows_of_other_dossiers_are_not_believed() -> None:
    other = bodies.dossier(MaHoSo="000.00.01.H99-261101-0002")
    async with asking(FakeLgsp(rows={CODE: [bodies.dossier(), other]}), [0.0]) as system:
        assert [report.code for report in (await system.fetch(CODE)).reports] == [CODE]


@pytest.mark.parametrize("text", ["", "no json", "[1, null]", '"text"', "{}"])
async def test_nonsense_says_nothing(text: str) -> None:
    async with asking(FakeLgsp(text=text or " "), [0.0]) as system:
        assert (await system.fetch(CODE)).reports == ()
