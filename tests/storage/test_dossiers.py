from dataclasses import replace

import pytest
from sqlalchemy import event, select

from storage.database import Database
from storage.deliveries import apply
from storage.dossiers import Dossier, Step, get, lookup_key, of_phone, open_with_proof
from storage.keyed_hash import KeyedHash
from storage.reports import ApplicantKind, Need, NeedKind, Report, Status
from storage.tables import metadata
from tests.storage.moments import NOW, later
from tests.storage.samples import ACCEPTED, CODE, HASHER, PROCESSING, READY, RETURNED


async def take(database: Database, *reports: Report) -> None:
    async with database.writing() as session:
        for report in reports:
            await apply(session, HASHER, report)


async def opened(database: Database, code: str, last4: str, hasher: KeyedHash = HASHER) -> Dossier | None:
    async with database.reading() as session:
        return await open_with_proof(session, hasher, code, last4)


async def steps(database: Database) -> list[tuple[float, Status]]:
    async with database.reading() as session:
        found = await get(session, CODE)
    assert found is not None
    return [((step.at - NOW).total_seconds() / 60, step.status) for step in found.steps]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CODE, "000.00.01.h99-261101-0001"),
        (CODE, "000 00 01 H99 261101 0001"),
        ("G09.20-20260609-0092637", "g09.20 – 20260609 – 0092637"),
        ("03706/2026/07906", "03706 2026 07906"),
    ],
)
def test_spellings_of_one_code_have_one_key(one: str, other: str) -> None:
    assert lookup_key(one) == lookup_key(other)


def test_other_codes_have_other_keys() -> None:
    assert lookup_key(CODE) != lookup_key("000.00.01.H99-261101-0002")


@pytest.mark.parametrize("last4", ["0123", "0456"])
async def test_the_phone_or_the_identity_number_opens_it(database: Database, last4: str) -> None:
    await take(database, ACCEPTED)
    assert await opened(database, "000.00.01.h99-261101-0001", last4) == Dossier(
        code=CODE,
        procedure_code="1.001193",
        procedure_name="Đăng ký khai sinh",
        office="UBND phường Thử Nghiệm",
        status=Status.ACCEPTED,
        status_at=NOW,
        submitted_at=later(-30),
        received_at=NOW,
        due_at=later(60 * 24),
        finished_at=None,
        returned_at=None,
        needs=(Need(kind=NeedKind.FEE, text="Lệ phí", amount=8000),),
        applicant="Ng*** Văn T***",
        applicant_kind=ApplicantKind.CITIZEN,
        steps=(
            Step(at=later(-30), status=Status.REGISTERED, office="", text=""),
            Step(at=NOW, status=Status.ACCEPTED, office="", text=""),
        ),
    )


@pytest.mark.parametrize("last4", ["0124", "", "123", "00123", "0900000123", "４５６"])
async def test_wrong_digits_open_nothing(database: Database, last4: str) -> None:
    await take(database, ACCEPTED)
    assert await opened(database, CODE, last4) is None


async def test_the_digits_of_one_dossier_open_no_other(database: Database) -> None:
    await take(database, ACCEPTED, replace(ACCEPTED, code="000.00.01.H99-261101-0002", phone="0900000777"))
    assert await opened(database, "000.00.01.H99-261101-0002", "0123") is None


async def test_an_unknown_code_opens_to_nothing(database: Database) -> None:
    await take(database, ACCEPTED)
    assert await opened(database, "000.00.01.H99-261101-9999", "0123") is None


async def test_a_dossier_filed_without_numbers_opens_to_nobody(database: Database) -> None:
    await take(database, replace(ACCEPTED, phone="", identity=""))
    assert await opened(database, CODE, "") is None
    assert await opened(database, CODE, "0000") is None


async def test_without_the_key_the_digits_open_nothing(database: Database) -> None:
    await take(database, ACCEPTED)
    assert await opened(database, CODE, "0123", KeyedHash(b"another key, also 32 bytes long.")) is None


async def test_progress_alone_is_no_dossier(database: Database) -> None:
    await take(database, PROCESSING)
    async with database.reading() as session:
        assert await get(session, CODE) is None
    assert await opened(database, CODE, "") is None


async def test_an_unknown_code_costs_as_many_questions_as_wrong_digits(database: Database) -> None:
    await take(database, ACCEPTED)
    asked: list[str] = []
    async with database.reading() as session:
        connection = session.sync_connection
        assert connection is not None
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        await open_with_proof(session, HASHER, CODE, "9999")
        known = asked.copy()
        asked.clear()
        await open_with_proof(session, HASHER, "000.00.01.H99-261101-9999", "9999")
    assert len(known) == 1
    assert asked == known


async def test_nothing_that_was_given_when_filing_is_in_any_table(database: Database) -> None:
    await take(database, ACCEPTED, PROCESSING, READY)
    async with database.reading() as session:
        rows = [row for table in metadata.sorted_tables for row in await session.execute(select(table))]
    assert len(rows) == 4  # the dossier, its step, and what it said before each of two changes
    secrets = (ACCEPTED.applicant, "Nguyễn", "000123", "0123", "099000456", "0456")
    assert not [secret for secret in secrets if secret in str(rows)]


async def test_history_is_told_by_time_of_handling(database: Database) -> None:
    second = replace(PROCESSING, at=later(20), text="Trình ký")
    await take(database, second, RETURNED, PROCESSING)
    assert await steps(database) == [
        (-30, Status.REGISTERED),
        (0, Status.ACCEPTED),
        (10, Status.PROCESSING),
        (20, Status.PROCESSING),
        (50, Status.READY),
        (90, Status.RETURNED),
    ]


async def test_a_reported_step_goes_before_the_dossier_s_own_date(database: Database) -> None:
    await take(database, ACCEPTED, replace(PROCESSING, at=later(3), status=Status.ACCEPTED))
    assert await steps(database) == [(-30, Status.REGISTERED), (3, Status.ACCEPTED)]


@pytest.mark.parametrize("status", [Status.PROCESSING, Status.NEEDS_PAPERS, Status.NEEDS_PAYMENT])
async def test_a_state_without_a_date_is_no_step(database: Database, status: Status) -> None:
    await take(database, replace(ACCEPTED, status=status))
    assert await steps(database) == [(-30, Status.REGISTERED), (0, Status.ACCEPTED)]


@pytest.mark.parametrize("status", [Status.REFUSED, Status.WITHDRAWN, Status.STOPPED])
async def test_an_end_without_a_result_is_a_step(database: Database, status: Status) -> None:
    await take(database, replace(READY, status=status))
    assert (await steps(database))[-1] == (50, status)


async def test_all_dossiers_of_one_number_are_found_however_it_is_written(database: Database) -> None:
    other = replace(ACCEPTED, code="000.00.01.H99-261101-0002", phone="+84 900.000.123")
    stranger = replace(ACCEPTED, code="000.00.01.H99-261101-0003", phone="0911000123")
    await take(database, ACCEPTED, other, stranger)
    async with database.reading() as session:
        for number in ("0900000123", "84900000123", "+84 900 000 123"):
            assert await of_phone(session, HASHER, number) == [other.code, CODE]
        for number in ("", "0123", "0900000124", "000123"):
            assert await of_phone(session, HASHER, number) == []
