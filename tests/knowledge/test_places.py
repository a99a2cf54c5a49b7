import pytest

from knowledge.matching.match import Place
from knowledge.places import province, provinces, recognise


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("tui ở Bắc Giang", "Bắc Ninh"),
        ("o hue", "Huế"),
        ("sg", "Thành phố Hồ Chí Minh"),
        ("Thái Bình", "Hưng Yên"),
        ("thanh hoá", "Thanh Hóa"),
    ],
)
def test_a_line_that_names_a_province(line: str, found: str) -> None:
    assert recognise(line) == Place(province=found)


@pytest.mark.parametrize("line", ["vay vốn", "màu hồng huệ", "son la gi", ""])
def test_a_line_that_names_none(line: str) -> None:
    assert recognise(line) is None


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("UBND tỉnh Bắc Giang", "Bắc Ninh"),
        ("UBND Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Sở Xây dựng - tỉnh Quảng Ngãi", "Quảng Ngãi"),
        ("Trung tâm phục vụ hành chính công Thành phố Hà Nội", "Hà Nội"),
        ("hòa bình", "Phú Thọ"),
        ("Bộ Tư pháp", ""),
        ("", ""),
    ],
)
def test_offices_and_former_names_by_todays_province(name: str, today: str) -> None:
    assert province(name) == today


def test_every_province_is_known_by_its_own_name() -> None:
    assert len(provinces()) == 34
    assert all(province(name) == name for name in provinces())
