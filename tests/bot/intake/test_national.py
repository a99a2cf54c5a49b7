from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake.national import Reading, Refusal, read
from bot.intake.row import Delivery
from storage.reports import DossierReport
from tests.bot.intake.bodies import CODE, DELIVERY, NEW_CODE, created, dossier, envelope, step

ISO_STEP = {
    "IDHoSo": 12,
    "MaHoSo": NEW_CODE,
    "NguoiXuLy": "Trần Thị Cán Bộ",
    "ThoiDiemXuLy": "2026-06-10T07:47:28.329",
    "PhongBanXuLy": "Phòng Một cửa",
    "NoiDungXuLy": "Chuyển xử lý",
    "TrangThai": 4,
}
STATE = {"IdHoSo": 12, "MaHoSo": NEW_CODE, "TrangThai": 9}


def kinds(body: object) -> list[str]:
    reading = read(body, DELIVERY)
    assert reading.refusals == ()
    return [type(report).__name__ for report in reading.reports]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (envelope("DongBoHoSoMC", dossier()), "DossierReport"),
        (envelope("CapNhatTienDoHoSoMC", step()), "ProgressReport"),
        (envelope("CapNhatTienTrinh", ISO_STEP), "ProgressReport"),
        (envelope("CapNhatTrangThai", STATE), "StatusReport"),
        (envelope("a new service", created()), "DossierReport"),
        ([dossier()], "DossierReport"),
        ([step()], "ProgressReport"),
        ([ISO_STEP], "ProgressReport"),
        ([STATE], "StatusReport"),
        ([created()], "DossierReport"),
        (created(), "DossierReport"),
        (created(ThongTinNguoiNop=None, NgayNop=None), "DossierReport"),
        ({"Service": " dongbohosomc ", "Data": dossier()}, "DossierReport"),
    ],
)
def test_every_body_is_known_by_its_service_or_its_shape(body: object, kind: str) -> None:
    assert kinds(body) == [kind]


def test_rows_of_several_kinds_may_stand_in_one_array() -> None:
    assert kinds([dossier(), step(), created(), ISO_STEP, STATE]) == [
        "DossierReport",
        "ProgressReport",
        "DossierReport",
        "ProgressReport",
        "StatusReport",
    ]


def test_good_rows_are_taken_and_bad_ones_named() -> None:
    body = envelope(
        "DongBoHoSoMC",
        dossier(),
        dossier(MaHoSo="000.00.01.H99-261101-0002", TrangThaiHoSo="11", NgayHenTra="mai"),
        dossier(MaHoSo="03706/2026/07906", NgayNopHoSo="", NgayTiepNhan=""),
        {"TrangThaiHoSo": "4"},
        dossier(MaHoSo="000.00.01.H99-261101-0005"),
    )
    reading = read(body, DELIVERY)
    assert [report.code for report in reading.reports] == [CODE, "000.00.01.H99-261101-0005"]
    assert reading.refusals == (
        Refusal(
            row=2,
            code="000.00.01.H99-261101-0002",
            reason="TrangThaiHoSo is not one of the ten states; NgayHenTra is not a date",
        ),
        Refusal(
            row=3,
            code="03706/2026/07906",
            reason="It has no date: NgayNopHoSo, NgayTiepNhan and the others are empty.",
        ),
        Refusal(row=4, code="", reason="MaHoSo is missing"),
    )


@pytest.mark.parametrize("row", [None, 7, "text", [], {}, {"MaHoSo": CODE}, True])
def test_what_is_no_row_is_refused(row: object) -> None:
    (refusal,) = read([row], DELIVERY).refusals
    assert refusal.reason == "It is none of the bodies that are taken here."


def test_an_empty_delivery_says_nothing() -> None:
    assert read([], DELIVERY) == read(envelope("DongBoHoSoMC"), DELIVERY) == Reading(reports=(), refusals=())


def test_the_envelope_names_the_sender_where_nobody_else_does() -> None:
    unnamed = Delivery(at=DELIVERY.at)
    (report,) = read(envelope("DongBoHoSoMC", dossier()), unnamed).reports
    assert isinstance(report, DossierReport)
    assert report.source == "000.00.00.H99"


@pytest.mark.parametrize(
    "fields",
    [
        {"NgayHenTra": "Nguyễn Văn Thử"},
        {"TrangThaiHoSo": "0900000123"},
        {"SoDienThoai": ["0900000123"]},
        {"ChuHoSo": {"Ten": "Nguyễn Văn Thử"}},
        {"DinhDanhCHS": [{"SoDinhDanh": ["001099000456"]}]},
    ],
)
def test_a_refusal_never_repeats_what_stood_there(fields: dict[str, Any]) -> None:
    (refusal,) = read([dossier(**fields)], DELIVERY).refusals
    assert next(iter(fields)) in refusal.reason
    assert not [secret for secret in ("Thử", "0900", "0010") if secret in refusal.reason]


def test_a_refused_code_is_fit_to_be_shown() -> None:
    (refusal,) = read([dossier(MaHoSo="\ud800\x1b[31m" + "9" * 100)], DELIVERY).refusals
    assert refusal.code == ("[31m" + "9" * 100)[:64]


NAMES = st.sampled_from(sorted(dossier() | step() | created()))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_no_json_at_all_breaks_the_reader(body: list[object]) -> None:
    reading = read(body, DELIVERY)
    assert len(reading.reports) + len(reading.refusals) == len(body)


@given(st.sampled_from(sorted(dossier())), JSON)
def test_any_value_in_any_place_is_taken_or_refused(name: str, value: object) -> None:
    reading = read([dossier(**{name: value})], DELIVERY)
    assert len(reading.reports) + len(reading.refusals) == 1
