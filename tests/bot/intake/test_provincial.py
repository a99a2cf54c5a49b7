from typing import Any

import pytest

from bot.intake.provincial import DossierRow
from storage.reports import ApplicantKind, DossierReport, Need, NeedKind, Status
from tests.bot.intake.bodies import CODE, DELIVERY, at, dossier

SUPPLEMENT = {
    "HoSoBoSungId": 7,
    "NguoiYeuCauBoSung": "Trần Thị Cán Bộ",
    "NoiDungBoSung": "Thiếu giấy chứng sinh",
    "NgayBoSung": "2026-11-03T10:00:00",
    "NgayTiepNhanBoSung": "",
    "TrangThaiBoSung": False,
    "DanhSachGiayToBoSung": [{"TenGiayTo": "Giấy chứng sinh"}, {"TenTepDinhKem": "scan.pdf"}],
    "DanhSachLePhiBoSung": [{"TenPhiLePhi": "Phí thẩm định", "Gia": "30.000"}],
    "NgayHenTraTruoc": "0001-01-01T00:00:00",
    "NgayHenTraMoi": "2026-11-10T17:00:00",
}


def report(**fields: Any) -> DossierReport:
    return DossierRow.model_validate(dossier(**fields)).report(DELIVERY)


def test_a_whole_dossier_is_read() -> None:
    assert report() == DossierReport(
        code=CODE,
        at=at(1, 9),
        status=Status.ACCEPTED,
        source="test",
        procedure_code="1.001193",
        procedure_name="Đăng ký khai sinh",
        office="UBND phường Thử Nghiệm",
        submitted_at=at(1, 8, 30),
        received_at=at(1, 9),
        due_at=at(4, 17),
        applicant_kind=ApplicantKind.CITIZEN,
        applicant="Nguyễn Văn Thử",
        phone="0900000123",
        identity="001099000456",
    )


def test_the_least_that_systems_send_is_enough() -> None:
    row = DossierRow.model_validate({"MaHoSo": CODE, "TrangThaiHoSo": "1"})
    assert row.report(DELIVERY) == DossierReport(
        code=CODE, at=at(1, 0), status=Status.REGISTERED, source="test"
    )


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"NgayTuChoi": "20261103150000", "TrangThaiHoSo": "3"}, 3),
        ({"NgayKetThucXuLy": "20261104150000", "TrangThaiHoSo": "9"}, 4),
        ({"NgayKetThucXuLy": "20261104150000", "NgayTra": "20261105150000", "TrangThaiHoSo": "10"}, 5),
        ({"DanhSachHoSoBoSung": [SUPPLEMENT], "TrangThaiHoSo": "5"}, 3),
        ({"DanhSachHoSoBoSung": [{**SUPPLEMENT, "NgayTiepNhanBoSung": "20261106080000"}]}, 6),
    ],
)
def test_it_is_dated_by_the_last_thing_done(fields: dict[str, Any], day: int) -> None:
    assert report(**fields).at.day == day


def test_the_due_date_is_not_a_thing_done() -> None:
    assert report(NgayHenTra="20261121170000").at == at(1, 9)


def test_what_is_planned_has_not_been_done() -> None:
    assert report(NgayKetThucXuLy="20261230170000").at == at(1, 9)


def test_papers_and_fees_asked_for_are_needs() -> None:
    assert report(
        DanhSachHoSoBoSung=[SUPPLEMENT], DanhSachLePhi=[{"TenPhiLePhi": "Lệ phí", "Gia": 8000}]
    ).needs == (
        Need(kind=NeedKind.PAPER, text="Thiếu giấy chứng sinh"),
        Need(kind=NeedKind.PAPER, text="Giấy chứng sinh"),
        Need(kind=NeedKind.FEE, text="Phí thẩm định", amount=30_000),
        Need(kind=NeedKind.FEE, text="Lệ phí", amount=8_000),
    )


def test_what_was_handed_in_since_is_not_needed() -> None:
    received = {**SUPPLEMENT, "NgayTiepNhanBoSung": "20261106080000"}
    assert report(DanhSachHoSoBoSung=[received]).needs == ()


def test_a_supplement_moves_the_due_date() -> None:
    assert report(DanhSachHoSoBoSung=[SUPPLEMENT]).due_at == at(10, 17)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("1", ApplicantKind.CITIZEN),
        (2, ApplicantKind.BUSINESS),
        ("7", ApplicantKind.OTHER),
        ("", ApplicantKind.OTHER),
    ],
)
def test_applicants_are_numbered_the_old_way(number: object, kind: ApplicantKind) -> None:
    assert report(LoaiDoiTuong=number).applicant_kind is kind


def test_the_identity_number_may_stand_in_the_list() -> None:
    listed = [{"LoaiDinhDanh": "1", "SoDinhDanh": ""}, {"LoaiDinhDanh": "1", "SoDinhDanh": "001099000777"}]
    assert report(SoGiayToChuHoSo="", DinhDanhCHS=listed).identity == "001099000777"


def test_numbers_may_come_as_numbers() -> None:
    assert report(SoDienThoai=900000123, TrangThaiHoSo=4).phone == "900000123"
