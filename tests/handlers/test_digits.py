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


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("số 0912345678 làm khai sinh", "làm khai sinh"),
        ("Số căn cước của em là 079201001234 làm khai sinh", "làm khai sinh"),
        ("làm khai sinh, sdt: 0912 345 678", "làm khai sinh,"),
        ("Căn cước của em là 079201001234. Làm khai sinh", ". Làm khai sinh"),
        ("mất căn cước số 049123456789 làm lại ở đâu", "mất căn cước làm lại ở đâu"),
        ("mất căn cước 049123456789", "mất căn cước"),
        ("làm lại căn cước", "làm lại căn cước"),
    ],
)
def test_the_line_can_be_read_without_them(line: str, left: str) -> None:
    assert without(line) == left
