import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from typing import Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from sqlalchemy import select

from bot.intake import http
from bot.intake.credentials import signature, signing_key
from bot.intake.openapi import document
from bot.web.limits import Rate
from storage import dossiers, sources
from storage.database import Database
from storage.reports import Status
from storage.tables import intakes
from tests.bot.intake import bodies
from tests.bot.intake.bodies import CODE
from tests.bot.intake.doors import Province, province
from tests.storage.moments import NOW
from tests.storage.samples import HASHER

NARROW = Rate(burst=2, per_second=0.001)


@pytest.fixture
async def h99(database: Database) -> AsyncIterator[Province]:
    async with province(database) as found:
        yield found


async def status(database: Database) -> Status | None:
    async with database.reading() as session:
        found = await dossiers.get(session, CODE)
    return None if found is None else found.status


async def test_a_delivery_is_taken_and_repeated_changes_nothing(h99: Province, database: Database) -> None:
    for _ in range(2):
        answer = await h99.deliver({"service": "DongBoHoSoMC", "data": [bodies.dossier()]})
        assert answer.status == 200
        assert (await answer.json())["error_code"] == "0"
    assert await status(database) is not None
    async with database.reading() as session:
        rows = (
            await session.execute(select(intakes.c.new, intakes.c.unchanged).order_by(intakes.c.id))
        ).all()
    assert [tuple(row) for row in rows] == [(1, 0), (0, 1)]


@pytest.mark.parametrize(
    ("path", "row", "reached"),
    [
        ("/intake/CapNhatTienDoHoSoMC", bodies.step(), Status.PROCESSING),
        ("/intake/CapNhatTienTrinh", bodies.step(), Status.PROCESSING),
        ("/intake/CapNhatTrangThai", {"MaHoSo": CODE, "TrangThai": 9}, Status.READY),
    ],
)
async def test_each_service_has_its_address(
    h99: Province, database: Database, path: str, row: dict[str, Any], reached: Status
) -> None:
    h99.now[0] = NOW + timedelta(days=30)
    await h99.deliver(bodies.dossier(), "/intake/DongBoHoSoMC")
    assert (await h99.deliver([row], path)).status == 200
    assert await status(database) is reached


async def test_good_rows_are_taken_and_bad_ones_named_by_code(h99: Province, database: Database) -> None:
    bad = bodies.dossier(MaHoSo="000.00.01.H99-261101-0002", TrangThaiHoSo="77", ChuHoSo="Nguyễn Văn Kín")
    answer = await h99.deliver([bodies.dossier(), bad, 5])
    said = await answer.json()
    assert answer.status == 200
    assert (said["error_code"], said["taken"], len(said["errors"])) == ("1", 1, 2)
    assert "000.00.01.H99-261101-0002" in said["message"]
    assert "Kín" not in json.dumps(said, ensure_ascii=False)
    assert await status(database) is not None


async def test_a_token_lasts_an_hour(h99: Province) -> None:
    header = f"Bearer {await h99.token()}"
    assert (await h99.deliver([], Authorization=header)).status == 200
    h99.now[0] = NOW + timedelta(minutes=61)
    assert (await h99.deliver([], Authorization=header)).status == 401


async def test_rotating_and_revoking_end_tokens_at_once(h99: Province, database: Database) -> None:
    header = f"Bearer {await h99.token()}"
    async with database.writing() as session:
        again = await sources.rotate(session, "H99")
    assert (await h99.deliver([], Authorization=header)).status == 401
    assert (await h99.deliver([])).status == 401
    h99.given = again
    header = f"Bearer {await h99.token()}"
    async with database.writing() as session:
        await sources.revoke(session, "H99", NOW)
    assert (await h99.deliver([], Authorization=header)).status == 401


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Basic",
        "Basic ???",
        "Basic YTpi",
        "Bearer",
        "Bearer x",
        "Bearer a.99999999999.b",
        "Bearer ..",
        "Digest x",
    ],
)
async def test_strangers_are_refused_in_the_national_form(h99: Province, header: str) -> None:
    answer = await h99.deliver([bodies.dossier()], Authorization=header)
    assert answer.status == 401
    assert set(await answer.json()) == {"error_code", "message"}


async def test_a_token_of_one_source_is_not_another_s(h99: Province, database: Database) -> None:
    async with database.writing() as session:
        other = await sources.add(session, "H98", signed=False, now=NOW)
    forged = (await h99.token()).replace(h99.given.client_id, other.client_id)
    assert (await h99.deliver([], Authorization=f"Bearer {forged}")).status == 401


async def test_a_signed_source_must_sign(database: Database) -> None:
    async with province(database, signed=True) as h99:
        async with database.reading() as session:
            source = await sources.find(session, h99.given.client_id)
        assert source is not None
        raw = json.dumps([bodies.dossier()]).encode()
        right = signature(signing_key(HASHER, source), raw)
        for sent, expected in (
            (right, 200),
            (f"sha256={right}", 200),
            ("0" * 64, 401),
            ("", 401),
            ("é", 401),
        ):
            answer = await h99.deliver_raw(raw, **{"X-Signature": sent})
            assert answer.status == expected


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"])
async def test_what_is_no_json_is_refused(h99: Province, raw: bytes) -> None:
    assert (await h99.deliver_raw(raw)).status == 400


async def test_too_many_rows_and_too_many_bytes_are_refused(h99: Province) -> None:
    assert (await h99.deliver([{}] * (http.ROW_LIMIT + 1))).status == 413
    big = BytesIO(b" " * (http.BODY_LIMIT + 1))
    assert (await h99.deliver_raw(big)).status == 413


async def test_a_source_that_is_too_fast_waits(database: Database) -> None:
    async with province(database, rate=NARROW) as h99:
        assert [(await h99.deliver([])).status for _ in range(3)] == [200, 200, 429]


async def test_a_stranger_who_keeps_trying_waits(database: Database) -> None:
    async with province(database, strangers=NARROW) as h99:
        tries = [await h99.deliver([], Authorization="Bearer x") for _ in range(3)]
        assert [answer.status for answer in tries] == [401, 401, 429]
        assert (await h99.deliver([])).status == 200


async def test_nothing_personal_is_logged_or_kept_of_a_delivery(
    h99: Province, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        await h99.deliver([bodies.dossier()])
    async with database.reading() as session:
        kept = str((await session.execute(select(intakes))).all())
    for secret in (CODE, bodies.dossier()["ChuHoSo"], bodies.dossier()["SoDienThoai"]):
        assert secret not in caplog.text
        assert secret not in kept


async def test_the_document_is_served(h99: Province) -> None:
    assert await (await h99.client.get("/intake/openapi.json")).json() == document()


async def test_no_body_whatever_makes_it_fail(h99: Province) -> None:
    await asyncio.to_thread(_fuzz, str(h99.client.make_url("/")).rstrip("/"), h99.auth)


def _fuzz(url: str, header: str) -> None:
    for found in schemathesis.openapi.from_dict(document()).get_all_operations():
        operation = cast(Any, found).ok()
        assert operation is not None, found
        _probe(operation, url, header)


def _probe(operation: Any, url: str, header: str) -> None:
    @settings(
        max_examples=25,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(case=operation.as_strategy())
    def probe(case: Case[Any]) -> None:
        answer = case.call(base_url=url, headers={"Authorization": header})
        assert answer.status_code < 500

    probe()
