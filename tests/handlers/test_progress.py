from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.text import plain
from handlers.language import Language
from handlers.progress import progress
from handlers.reply import Bullets
from storage.dossiers import Dossier, Step
from storage.reports import ApplicantKind, Need, NeedKind, Status
from tests.fakes.talk import START

FILED = Dossier(
    code="000.00.04.H51-261101-0001",
    procedure_code="1.001193",
    procedure_name="Đăng ký khai sinh",
    office="UBND phường Hòa Bình",
    status=Status.PROCESSING,
    status_at=START,
    submitted_at=None,
    received_at=None,
    due_at=START + timedelta(days=1),
    finished_at=None,
    returned_at=None,
    needs=(),
    applicant="Ng*** Văn A***",
    applicant_kind=ApplicantKind.CITIZEN,
    steps=(),
)


def _dossier(status: Status, **facts: Any) -> Dossier:
    return replace(FILED, status=status, **facts)


@pytest.mark.parametrize("status", Status)
def test_every_state_is_told_whole_with_a_way_to_ask(say: Language, status: Status) -> None:
    text = plain(progress(say, _dossier(status), "", START))

    assert text.startswith("Hồ sơ 000.00.04.H51-261101-0001\n\n")
    for word in (
        "Đăng ký khai sinh",
        "Ng*** Văn A***",
        "UBND phường Hòa Bình",
        "Cập nhật: 22/11/2026",
        "1022",
    ):
        assert word in text


@pytest.mark.parametrize(
    ("status", "due"),
    [
        (Status.REGISTERED, "Ngày hẹn trả: Thứ Hai, 23 tháng 11, 2026"),
        (Status.PROCESSING, "Ngày hẹn trả: Thứ Hai, 23 tháng 11, 2026"),
        (Status.NEEDS_PAPERS, "Ngày hẹn trả: được tính lại"),
        (Status.NEEDS_PAYMENT, "Ngày hẹn trả: được tính lại"),
        (Status.READY, ""),
        (Status.WITHDRAWN, ""),
        (Status.RETURNED, ""),
    ],
)
def test_the_due_day_is_told_while_it_means_something(say: Language, status: Status, due: str) -> None:
    text = plain(progress(say, _dossier(status), "", START))

    assert due in text
    assert ("Ngày hẹn trả" in text) is bool(due)


def test_late_means_after_the_day_in_vietnam(say: Language) -> None:
    found = _dossier(Status.PROCESSING, due_at=START)

    assert "quá hẹn" not in plain(progress(say, found, "", START + timedelta(hours=13)))
    assert "quá hẹn" in plain(progress(say, found, "", START + timedelta(hours=15)))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (1, "Thứ Hai, 23 tháng 11, 2026 (còn 1 ngày làm việc)"),
        (8, "Thứ Hai, 30 tháng 11, 2026 (còn 5 ngày làm việc)"),
        (0, "Chủ Nhật, 22 tháng 11, 2026, tức là hôm nay"),
        (-2, "Thứ Sáu, 20 tháng 11, 2026. Đã quá hẹn, trễ 1 ngày làm việc"),
        (-4, "Thứ Tư, 18 tháng 11, 2026. Đã quá hẹn, trễ 2 ngày làm việc"),
    ],
)
def test_working_days_are_counted_to_the_due_day_and_past_it(say: Language, days: int, told: str) -> None:
    found = _dossier(Status.PROCESSING, due_at=START + timedelta(days=days))
    assert told in plain(progress(say, found, "", START))


def test_a_fee_is_told_with_how_to_pay_it(say: Language) -> None:
    fee, paper = Need(kind=NeedKind.FEE, text="Lệ phí", amount=8000), Need(kind=NeedKind.PAPER, text="Bản vẽ")
    paying = plain(progress(say, _dossier(Status.NEEDS_PAYMENT, needs=(fee,)), "", START))
    assert "Cách nộp tiền: tại bộ phận một cửa" in paying
    assert "Đừng bao giờ chuyển vào tài khoản cá nhân." in plain(
        progress(say, _dossier(Status.NEEDS_PAYMENT), "", START)
    )
    assert "Cách nộp tiền" not in plain(
        progress(say, _dossier(Status.NEEDS_PAPERS, needs=(paper,)), "", START)
    )


def test_fees_that_may_be_paid_already_are_not_asked_for(say: Language) -> None:
    fee = Need(kind=NeedKind.FEE, text="Lệ phí", amount=8000)
    text = plain(progress(say, _dossier(Status.ACCEPTED, needs=(fee,)), "", START))
    assert "Phí, lệ phí (nếu bạn chưa nộp)\n• Lệ phí: 8.000" in text
    assert "Bạn cần nộp thêm" not in text


def test_nobody_is_told_to_wait_for_a_day_that_has_passed(say: Language) -> None:
    late = _dossier(Status.PROCESSING, due_at=START - timedelta(days=2))
    assert "chờ đến ngày hẹn" in plain(progress(say, FILED, "", START))
    assert "chờ đến ngày hẹn" not in plain(progress(say, late, "", START))


def test_the_way_so_far_is_told_by_days(say: Language) -> None:
    steps = tuple(
        Step(at=START - timedelta(days=back), status=status, office="", text="")
        for back, status in ((2, Status.ACCEPTED), (1, Status.PROCESSING))
    )
    text = plain(progress(say, _dossier(Status.PROCESSING, steps=steps), "", START))
    assert "Quá trình\n• 20/11/2026: Đã tiếp nhận\n• 21/11/2026: Đang giải quyết" in text


def test_no_due_day_is_no_promise(say: Language) -> None:
    assert "Ngày hẹn" not in plain(progress(say, _dossier(Status.PROCESSING, due_at=None), "", START))


def test_what_is_asked_for_is_listed_with_its_price(say: Language) -> None:
    needs = (
        Need(kind=NeedKind.PAPER, text="Bản vẽ mặt cắt móng"),
        Need(kind=NeedKind.FEE, text="Lệ phí", amount=100_000),
        Need(kind=NeedKind.FEE, text="", amount=5_000),
    )
    reply = progress(say, _dossier(Status.NEEDS_PAPERS, needs=needs), "", START)

    (listed,) = [block for block in reply.blocks if isinstance(block, Bullets)]
    assert listed.items == ("Bản vẽ mặt cắt móng", "Lệ phí: 100.000\u00a0₫", "5.000\u00a0₫")


def test_the_day_it_was_handed_over_is_told(say: Language) -> None:
    found = _dossier(Status.RETURNED, returned_at=START)

    assert "Ngày trả: Chủ Nhật, 22 tháng 11, 2026" in plain(progress(say, found, "", START))


def test_a_known_procedure_is_one_press_away(say: Language) -> None:
    presses = [
        one.press for row in progress(say, _dossier(Status.READY), "1.001193", START).buttons for one in row
    ]

    assert "c:1.001193" in presses


def test_what_the_agency_left_empty_is_left_out(say: Language) -> None:
    text = plain(progress(say, _dossier(Status.READY, procedure_name="", applicant="", office=""), "", START))

    assert "Thủ tục:" not in text
    assert "Người nộp:" not in text
