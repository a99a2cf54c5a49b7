"""The shipped places: all there, each leading to one of today's, in step with the provinces."""

from collections import Counter

import pytest

from knowledge import places
from knowledge.gazetteer import SHIPPED, Gazetteer, Tier, Unit, kind, shipped, spelling

UNITS = set(shipped())


def _of(tier: Tier, *, current: bool) -> set[Unit]:
    return {one for one in UNITS if one.tier is tier and one.current is current}


def test_the_communes_of_today_are_those_of_the_reform() -> None:
    kinds = Counter(kind(one.name) for one in _of(Tier.COMMUNE, current=True))
    assert kinds == {"xã": 2621, "phường": 687, "đặc khu": 13}


@pytest.mark.parametrize(
    ("province", "count"),
    [("Hà Nội", 126), ("Thành phố Hồ Chí Minh", 168), ("Đà Nẵng", 94), ("Cần Thơ", 103), ("Huế", 40)],
)
def test_a_city_has_as_many_as_its_resolution_says(province: str, count: int) -> None:
    assert len([one for one in _of(Tier.COMMUNE, current=True) if one.province == province]) == count


def test_what_was_before_is_all_there() -> None:
    former = _of(Tier.PROVINCE, current=False) | _of(Tier.PROVINCE, current=True)
    assert len(former) == 63
    assert len(_of(Tier.DISTRICT, current=False)) == 696
    assert len(_of(Tier.COMMUNE, current=False)) == 10035


def test_every_former_place_leads_to_communes_of_its_province_today() -> None:
    standing = {(one.today, one.name) for one in _of(Tier.COMMUNE, current=True)}
    former = _of(Tier.COMMUNE, current=False) | _of(Tier.DISTRICT, current=False)
    assert all(one.communes for one in former)
    assert {(one.today, name) for one in former for name in one.communes} == standing


def test_provinces_of_today_are_those_of_places() -> None:
    assert {one.today for one in UNITS} == set(places.provinces())


@pytest.mark.parametrize("province", sorted(shipped().provinces))
def test_a_former_province_became_what_places_says(province: str) -> None:
    assert places.province(province) == shipped().provinces[province].today


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tam Kỳ", "tam ki"),
        ("Phường 05", "phuong 5"),
        ("Tam Xuân II", "tam xuan 2"),
        ("Ea H'Leo", "Ea H’leo"),
    ],
)
def test_names_are_spelt_alike(one: str, other: str) -> None:
    assert spelling([one]) == spelling(other.split())


def test_different_names_are_not() -> None:
    assert spelling(["Tam Xuân I"]) != spelling(["Tam Xuân II"])


def test_a_slip_is_forgiven_where_the_name_is_long_enough() -> None:
    assert {unit.name for _, unit in shipped().near("nuithah", Tier.DISTRICT)} == {"Huyện Núi Thành"}
    assert shipped().near("vih", Tier.DISTRICT) == []
    assert shipped().near("12", Tier.COMMUNE) == []


def test_the_file_says_whose_work_it_is() -> None:
    assert "MIT licence, Copyright (c) 2025 Tran Ngoc Minh Hieu" in SHIPPED.read_text("utf-8")[:200]
    assert "Permission is hereby granted" in SHIPPED.with_name("communes.LICENSE").read_text("utf-8")


def test_it_is_read_once() -> None:
    assert shipped() is shipped()
    assert isinstance(shipped(), Gazetteer)
