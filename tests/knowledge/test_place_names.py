"""Names in a sentence: which are found, what was said before them, and what is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.gazetteer import Tier, shipped
from knowledge.place_names import Reading, read


def _read(text: str) -> Reading:
    return read(text, shipped())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("phường 5 quận 3", [("phường", Tier.COMMUNE), ("quận", Tier.DISTRICT)]),
        ("p.5 q.3", [("phường", Tier.COMMUNE), ("quận", Tier.DISTRICT)]),
        ("P5, Q3", [("phường", Tier.COMMUNE), ("quận", Tier.DISTRICT)]),
        ("thị xã Điện Bàn", [("thị xã", Tier.DISTRICT)]),
        ("thi tran nui thanh huyen nui thanh", [("thị trấn", Tier.COMMUNE), ("huyện", Tier.DISTRICT)]),
        ("tx. Điện Bàn", [("thị xã", Tier.DISTRICT)]),
        ("đặc khu Lý Sơn", [("đặc khu", Tier.COMMUNE)]),
        ("em ở Điện Bàn", [("", Tier.DISTRICT)]),
        ("em ở Tam Hải", [("", Tier.COMMUNE)]),
        ("Tam Hải", [("", Tier.COMMUNE)]),
        ("lên Tam Hải chơi", []),
        ("thành phố Đà Nẵng", []),
        ("thành phố Bắc Giang", [("thành phố", Tier.DISTRICT)]),
        ("sài gòn", []),
        ("đăng ký tạm trú", []),
    ],
)
def test_names_are_found_with_what_was_said_before(text: str, kinds: list[tuple[str, Tier]]) -> None:
    assert [(one.kind, one.tier) for one in _read(text).named] == kinds


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        ("huyện Núi Thành tỉnh Quảng Nam", ("Quảng Nam",)),
        ("huyện Núi Thành, Đà Nẵng", ("Đà Nẵng",)),
        ("quận 1 tphcm", ("Thành phố Hồ Chí Minh",)),
        ("tỉnh Thừa Thiên Huế", ("Huế",)),
        ("Bắc Giang với Bắc Ninh", ("Bắc Giang", "Bắc Ninh")),
        ("xã Bình Minh", ()),
    ],
)
def test_provinces_keep_the_name_that_was_said(text: str, provinces: tuple[str, ...]) -> None:
    assert _read(text).provinces == provinces


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("xã Tam Hải cũ", True),
        ("xa tam hai cu", True),
        ("xã Tam Hải của cụ", False),
        ("xã Tam Hải", False),
    ],
)
def test_former_is_heard(text: str, former: bool) -> None:
    assert _read(text).former is former


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert all(one.units for one in _read(text).named)
