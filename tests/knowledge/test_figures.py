"""Figures, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import Figure, Kind, figures, in_words


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("50.000 đồng một thẻ", Kind.MONEY, "50000"),
        ("50.000đ/thẻ", Kind.MONEY, "50000"),
        ("1 200 000 VNĐ", Kind.MONEY, "1200000"),
        ("2,5 triệu đồng", Kind.MONEY, "2500000"),
        ("10 ngàn", Kind.MONEY, "10000"),
        ("1,2 tỷ", Kind.MONEY, "1200000000"),
        ("trong 05 ngày làm việc", Kind.WORKING_DAY, "5"),
        ("05 (năm) ngày làm việc", Kind.WORKING_DAY, "5"),
        ("7,5 ngày làm việc", Kind.WORKING_DAY, "7.5"),
        ("60 ngày", Kind.DAY, "60"),
        ("03 (ba) giờ", Kind.HOUR, "3"),
        ("15 phút", Kind.MINUTE, "15"),
        ("2 tuần", Kind.WEEK, "2"),
        ("trong vòng 12 tháng", Kind.MONTH, "12"),
        ("nghỉ từ 2 năm", Kind.YEAR, "2"),
        ("đủ 14 tuổi", Kind.AGE, "14"),
        ("giảm 50%", Kind.SHARE, "50"),
        ("0,5 % giá", Kind.SHARE, "0.5"),
        ("Nghị định số 168/2025/nđ-cp", Kind.LAW, "168/2025/NĐ-CP"),
    ],
)
def test_one_figure_is_read(text: str, kind: Kind, value: str) -> None:
    assert list(figures(text)) == [Figure(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 01 tháng 7 năm 2025",
        "trước ngày 01/7/2025",
        "lúc 7 giờ",
        "lớp 6 năm học này",
        "gọi 1900 1234",
        "2 bản chính",
        "mẫu CT01",
        "khoản 3 Điều 5",
        "",
    ],
)
def test_what_is_no_figure_is_left(text: str) -> None:
    assert list(figures(text)) == []


def test_the_afternoon_is_also_told_by_the_clock() -> None:
    assert set(figures("sau 03 (ba) giờ chiều")) == {Figure(Kind.HOUR, "3"), Figure(Kind.HOUR, "15")}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("mười lăm ngày", Kind.DAY, "15"),
        ("hai mươi mốt ngày làm việc", Kind.WORKING_DAY, "21"),
        ("ba mươi tư tháng", Kind.MONTH, "34"),
        ("năm năm", Kind.YEAR, "5"),
        ("chín mươi ngày", Kind.DAY, "90"),
        ("đủ mười sáu tuổi", Kind.AGE, "16"),
    ],
)
def test_a_length_of_time_in_words(text: str, kind: Kind, value: str) -> None:
    assert list(in_words(text)) == [Figure(kind, value)]


def test_a_figure_keeps_how_it_was_said_but_is_known_by_its_value() -> None:
    (one,) = figures("05 ngày")
    assert one.said == "05 ngày"
    assert one == Figure(Kind.DAY, "5", "5 ngày")


@given(st.integers(1, 999_999_999))
def test_money_is_read_with_dots_and_without(amount: int) -> None:
    dotted = f"{amount:,} đồng".replace(",", ".")
    assert list(figures(dotted)) == list(figures(f"{amount} đồng")) == [Figure(Kind.MONEY, str(amount))]


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert all(one.said in text.lower() or one.kind is Kind.LAW or one.said for one in figures(text))
