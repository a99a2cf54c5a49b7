from datetime import datetime
from typing import Any

import pytest

from bot.intake.ministerial import CreatedRow, StatusRow
from motcua.clock import VIETNAM
from storage.reports import ApplicantKind, DossierReport, Status, StatusReport
from tests.bot.intake.bodies import DELIVERY, NEW_CODE, created

FILED = datetime(2026, 6, 9, 8, 0, tzinfo=VIETNAM)
RECEIVED = datetime(2026, 6, 9, 9, 30, tzinfo=VIETNAM)


def report(**fields: Any) -> DossierReport:
    return CreatedRow.model_validate(created(**fields)).report(DELIVERY)


def test_a_new_dossier_is_read() -> None:
    assert report() == DossierReport(
        code=NEW_CODE,
        at=RECEIVED,
        status=Status.ACCEPTED,
        source="G09.20",
        procedure_code="1.001456",
        submitted_at=FILED,
        received_at=RECEIVED,
        applicant_kind=ApplicantKind.CITIZEN,
        applicant="Lê Thị Mẫu",
        phone="0900000321",
        identity="001099000789",
    )


def test_without_a_date_of_receipt_it_is_only_registered() -> None:
    registered = report(NgayTiepNhan=None)
    assert (registered.status, registered.at) == (Status.REGISTERED, FILED)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (0, ApplicantKind.CITIZEN),
        ("1", ApplicantKind.BUSINESS),
        (2, ApplicantKind.HOUSEHOLD),
        (9, ApplicantKind.OTHER),
    ],
)
def test_applicants_are_numbered_the_new_way(number: object, kind: ApplicantKind) -> None:
    assert report(LoaiDoiTuong=number).applicant_kind is kind


@pytest.mark.parametrize("submitter", [None, "", {}, {"ThongTinChiTiet": ""}, {"ThongTinChiTiet": None}, []])
def test_a_dossier_may_come_without_its_submitter(submitter: object) -> None:
    anonymous = report(ThongTinNguoiNop=submitter, ChuHoSo="")
    assert (anonymous.applicant, anonymous.phone, anonymous.identity) == ("", "", "")


def test_the_submitter_stands_in_for_an_applicant_without_a_name() -> None:
    assert report(ChuHoSo="").applicant == "Lê Thị Mẫu"


def test_a_bare_state_is_as_of_its_delivery() -> None:
    row = StatusRow.model_validate({"IdHoSo": 12, "MaHoSo": NEW_CODE, "TrangThai": 9})
    assert row.report(DELIVERY) == StatusReport(code=NEW_CODE, at=DELIVERY.at, status=Status.READY)
