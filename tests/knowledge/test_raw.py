from datetime import date

import pytest

from knowledge import raw


def test_text_is_clean() -> None:
    record = {"a": " Đăng\u00a0 ký\r\n\n\nkhai \u200bsinh ", "b": 12, "c": None, "d": ["x"], "e": True}
    assert raw.prose(record, "a") == "Đăng ký\n\nkhai sinh"
    assert raw.line(record, "a") == "Đăng ký khai sinh"
    assert raw.prose(record, "b") == "12"
    assert [raw.prose(record, key) for key in ("c", "d", "zz")] == ["", "", ""]


@pytest.mark.parametrize(
    ("written", "right"),
    [("C\u0420", "CP"), ("đƣợc", "được"), ("Ðiều", "Điều"), ("đ¬ược", "được"), ("\ud800x", "x")],
)
def test_lookalikes_are_mended(written: str, right: str) -> None:
    assert raw.prose({"a": written}, "a") == right


def test_rows_are_objects_only() -> None:
    assert raw.rows({"a": [None, 1, {"b": 2}, "x"]}, "a") == [{"b": 2}]
    assert raw.rows({"a": {"b": 2}}, "a") == []


def test_lines_come_once_and_in_order() -> None:
    rows = [{"name": "B"}, {"name": "A"}, {"name": " B "}, {"name": ""}, {}]
    assert raw.lines({"a": rows}, "a", "name") == ("B", "A")


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (3, 3),
        ("3", 3),
        ("2,5", 2.5),
        (0, 0),
        ("x", None),
        (None, None),
        (float("nan"), None),
        ("1e999", None),
    ],
)
def test_numbers_also_as_strings(value: object, number: float | None) -> None:
    assert raw.number({"a": value}, "a") == number


@pytest.mark.parametrize(("value", "count"), [(2, 2), ("02", 2), (-1, 0), (None, 0), ("nhiều", 0)])
def test_counts_never_below_nothing(value: object, count: int) -> None:
    assert raw.count({"a": value}, "a") == count


@pytest.mark.parametrize(
    ("value", "flag"), [(True, True), ("true", True), (1, True), (False, False), ("", False), ("có", False)]
)
def test_flags_say_so_plainly(value: object, flag: bool) -> None:
    assert raw.flag({"a": value}, "a") is flag


def test_a_day_is_a_day_in_vietnam() -> None:
    assert raw.day({"a": 1768496400000}, "a") == date(2026, 1, 16)
    assert raw.day({"a": 0}, "a") is None
    assert raw.day({}, "a") is None


def test_a_moment_beyond_the_calendar_is_none() -> None:
    assert raw.day({"a": 1e20}, "a") is None
