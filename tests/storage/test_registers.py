from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.dossiers import proof_of
from storage.registers import BLANK, changes
from storage.reports import DossierReport, ProgressReport, Report, Status
from tests.storage.moments import later
from tests.storage.samples import ACCEPTED, CODE, HASHER, PROCESSING, READY


def fold(*reports: Report) -> dict[str, Any]:
    """The row that reports come to in this order."""
    row = dict(BLANK)
    for report in reports:
        row |= changes(row, report, HASHER)
    return row


MOMENTS = st.integers(0, 3).map(later)
PROGRESS = st.builds(
    ProgressReport, code=st.just(CODE), at=MOMENTS, status=st.sampled_from(Status), text=st.sampled_from("ab")
)
DOSSIERS = st.builds(
    DossierReport,
    code=st.just(CODE),
    at=MOMENTS,
    status=st.sampled_from(Status),
    office=st.sampled_from(["", "Phường", "Xã"]),
    due_at=st.none() | MOMENTS,
    applicant=st.sampled_from(["", "Nguyễn Văn Thử", "Trần Thị Thử"]),
    phone=st.sampled_from(["", "0900000001", "0900000002"]),
    identity=st.sampled_from(["", "001099000001"]),
)


@given(st.data())
def test_any_order_of_arrival_ends_in_the_same_row(data: st.DataObject) -> None:
    reports = data.draw(st.lists(PROGRESS | DOSSIERS, min_size=1, max_size=8))
    shuffled = data.draw(st.permutations(reports))
    assert fold(*shuffled) == fold(*reports)


@given(st.lists(PROGRESS | DOSSIERS, min_size=1, max_size=6))
def test_a_repetition_changes_nothing(reports: list[Report]) -> None:
    row = fold(*reports)
    assert [changes(row, report, HASHER) for report in reports] == [{}] * len(reports)


def test_the_latest_handling_decides_whatever_came_last() -> None:
    row = fold(READY, PROCESSING, ACCEPTED)
    assert (row["status"], row["status_at"]) == (Status.READY, later(50))
    assert row["finished_at"] == later(50)


def test_of_one_moment_the_state_further_along_counts() -> None:
    returned = replace(PROCESSING, status=Status.RETURNED)
    refused = replace(PROCESSING, status=Status.REFUSED)
    assert fold(returned, PROCESSING, refused)["status"] == Status.RETURNED
    assert fold(refused, PROCESSING)["status"] == Status.REFUSED


def test_of_one_moment_the_later_due_date_counts() -> None:
    put_off = replace(ACCEPTED, due_at=later(99999))
    assert fold(put_off, ACCEPTED)["due_at"] == fold(ACCEPTED, put_off)["due_at"] == later(99999)


def test_the_same_moment_in_another_zone_is_the_same_moment() -> None:
    in_vietnam = replace(PROCESSING, at=PROCESSING.at.astimezone(timezone(timedelta(hours=7))))
    assert changes(fold(PROCESSING), in_vietnam, HASHER) == {}


def test_progress_says_nothing_of_facts_and_applicant() -> None:
    assert set(changes(BLANK, PROCESSING, HASHER)) == {"status", "status_at", "status_order"}


def test_the_applicant_is_masked_and_hashed() -> None:
    row = fold(ACCEPTED)
    assert row["applicant"] == "Ng*** Văn T***"
    assert row["phone_proof"] == proof_of(HASHER, "phone", CODE, "0123")
    assert row["identity_proof"] == proof_of(HASHER, "identity", CODE, "0456")
    assert not [secret for secret in ("Nguyễn", "0123", "0456", "000 123") if secret in str(row)]


def test_a_later_report_without_an_applicant_takes_none_away() -> None:
    anonymous = replace(READY, applicant="", phone="", identity="")
    row = fold(ACCEPTED, anonymous)
    assert row["status"] == Status.READY
    assert row["applicant"] == "Ng*** Văn T***"
    assert row["phone_proof"] == fold(ACCEPTED)["phone_proof"]


@pytest.mark.parametrize("number", ["", "123", "090000xxxx", "****", "０９００", "không có"])
def test_a_number_without_four_plain_digits_at_its_end_proves_nothing(number: str) -> None:
    assert fold(replace(ACCEPTED, phone=number))["phone_proof"] == ""


@pytest.mark.parametrize("number", ["0900 000 123", "+84-900-000-123", "0900.000.123", "C0000123"])
def test_a_number_may_be_written_in_any_way(number: str) -> None:
    assert fold(replace(ACCEPTED, phone=number))["phone_proof"] == proof_of(HASHER, "phone", CODE, "0123")
