import pytest

from handlers.digits import masked, without


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("căn cước của em là 049123456789", "căn cước của em là ••••••••••••"),
        ("cmnd 201234567 nhé", "cmnd ••••••••• nhé"),
        ("gọi 0912 345 678", "gọi •••• ••• •••"),
        ("gọi +84912345678.", "gọi +•••••••••••."),
        ("049 123 456 789", "••• ••• ••• •••"),
    ],
)
def test_identity_and_phone_numbers_are_masked(line: str, kept: str) -> None:
    assert masked(line) == kept


@pytest.mark.parametrize(
    "line",
    [
        "000.00.04.H51-200221-0001",
        "hồ sơ H51.01-20260221-000123",
        "vay 100.000.000 đồng",
        "sinh ngày 22/11/2026",
        "1022",
        "nghị định 123/2015/NĐ-CP",
        "mã 1.001193",
    ],
)
def test_codes_amounts_and_dates_stay(line: str) -> None:
    assert masked(line) == line


def test_the_line_can_be_read_without_them() -> None:
    assert without("số 0912345678 làm khai sinh") == "số làm khai sinh"
