"""Where places are today, as people ask for them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.communes import Today, today
from knowledge.gazetteer import Tier

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_place_is_found(case: dict[str, Any]) -> None:
    (found,) = today(case["text"], case.get("home", ""))
    expected = {name: case[name] for name in ("former", "province", "communes") if name in case}
    told = {"former": found.former, "province": found.province, "communes": list(found.communes)}
    assert {name: told[name] for name in expected} == expected


@pytest.mark.parametrize(
    "text", ["xã mình giờ tên gì", "xã tôi sáp nhập rồi", "đăng ký kết hôn", "huyện ơi là huyện", "", "?!"]
)
def test_where_no_place_is_named_none_is_found(text: str) -> None:
    assert today(text) == ()


def test_a_name_of_several_districts_is_told_of_each() -> None:
    found = today("huyện Châu Thành")
    assert len(found) == 10
    assert {one.province for one in found} == {"An Giang", "Cần Thơ", "Tây Ninh", "Vĩnh Long", "Đồng Tháp"}
    assert all(one.former.startswith("huyện Châu Thành, ") for one in found)


def test_marks_choose_among_names_that_differ_only_in_them() -> None:
    assert {one.former.split(",")[0] for one in today("xã Tân Thạnh cũ")} == {"xã Tân Thạnh"}
    unmarked = {one.former.split(",")[0] for one in today("xa tan thanh cu")}
    assert {"xã Tân Thạnh", "xã Tân Thành", "xã Tân Thanh"} <= unmarked


def test_a_divided_commune_is_told_with_all_its_parts_beside_the_one_of_its_name() -> None:
    current, former = today("phường Cửa Nam", "Hà Nội")
    assert current == Today(tier=Tier.COMMUNE, province="Hà Nội", communes=("phường Cửa Nam",))
    assert former.former == "phường Cửa Nam, quận Hoàn Kiếm, Hà Nội"
    assert len(former.communes) == 4


def test_said_to_be_former_it_is_not_the_one_of_today() -> None:
    assert all(one.former for one in today("phường Cửa Nam cũ"))


def test_two_communes_of_one_sentence_are_both_told() -> None:
    found = today("xã Tam Hải với xã Tam Quang, huyện Núi Thành")
    assert [one.communes for one in found] == [("xã Tam Hải",), ("xã Núi Thành",)]
