"""The data of communes from a tiny package of the same shape."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from benchmarks.communes.build import CORRECTIONS, Wheel, build, write
from knowledge.gazetteer import SHIPPED, Gazetteer, Tier

MOVES = {
    "DICT_PROVINCE_WARD_NO_DIVIDED": {
        "thanhphodanang": {
            "xatamhai": ["tinhquangnam_huyennuithanh_xatamhai"],
            "dackhuhoangsa": ["thanhphodanang_huyenhoangsa_"],
        }
    },
    "DICT_PROVINCE_WARD_DIVIDED": {
        "thanhphodanang": {
            "tinhquangnam_huyennuithanh_xatamky": [{"newWardKey": "xatamhai"}, {"newWardKey": "phuongtamky"}]
        }
    },
}
FORMER = [
    ("Tỉnh Quảng Nam", "Huyện Núi Thành", "Xã Tam Hải", "tamhai", '["xatamxa", "tamxa", "xatamhai"]', None),
    ("Tỉnh Quảng Nam", "Huyện Núi Thành", "Xã Tam Kỳ", "tamky", None, '["huyentayson", "tayson", "p2"]'),
    ("Thành phố Đà Nẵng", "Huyện Hoàng Sa", None, None, None, None),
]
TODAY = ["Xã Tam Hải", "Phường  Tam Kỳ", "Đặc khu Hoàng Sa"]
KEYS = {
    "Tỉnh Quảng Nam": "tinhquangnam",
    "Thành phố Đà Nẵng": "thanhphodanang",
    "Huyện Núi Thành": "huyennuithanh",
    "Huyện Hoàng Sa": "huyenhoangsa",
    "Xã Tam Hải": "xatamhai",
    "Xã Tam Kỳ": "xatamky",
    "Phường  Tam Kỳ": "phuongtamky",
    "Đặc khu Hoàng Sa": "dackhuhoangsa",
}


@pytest.fixture
def wheel(tmp_path: Path) -> Wheel:
    with closing(sqlite3.connect(tmp_path / "dataset.db")) as units, units:
        units.execute("create table admin_units (province, provinceKey, ward, wardKey)")
        units.execute(
            "create table admin_units_legacy (province, provinceKey, district, districtKey, ward, wardKey,"
            " wardShortKey, wardAlias, districtAlias, districtShortKey)"
        )
        city = "Thành phố Đà Nẵng"
        today = [(city, KEYS[city], ward, KEYS[ward]) for ward in TODAY]
        units.executemany("insert into admin_units values (?, ?, ?, ?)", today)
        former = [
            (
                province,
                KEYS[province],
                district,
                KEYS[district],
                ward,
                ward and KEYS[ward],
                short,
                alias,
                gone,
                "x",
            )
            for province, district, ward, short, alias, gone in FORMER
        ]
        units.executemany("insert into admin_units_legacy values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", former)
    path = tmp_path / "package.whl"
    with ZipFile(path, "w") as archive:
        archive.write(tmp_path / "dataset.db", "vietnamadminunits/data/dataset.db")
        archive.writestr("vietnamadminunits/data/converter_2025.json", json.dumps(MOVES))
    return Wheel(path)


def test_it_holds_what_each_place_became(wheel: Wheel) -> None:
    built = build(wheel, {})
    assert built["today"] == {"Đà Nẵng": ["Xã Tam Hải", "Phường Tam Kỳ", "Đặc khu Hoàng Sa"]}
    assert built["former"] == {
        "Quảng Nam": {
            "today": "Đà Nẵng",
            "districts": {
                "Huyện Núi Thành": {
                    "communes": {"Xã Tam Hải": ["Xã Tam Hải"], "Xã Tam Kỳ": ["Phường Tam Kỳ", "Xã Tam Hải"]},
                    "earlier": {"xatamxa": "Xã Tam Hải", "huyentayson": ""},
                }
            },
        },
        "Đà Nẵng": {
            "today": "Đà Nẵng",
            "districts": {"Huyện Hoàng Sa": {"communes": {"": ["Đặc khu Hoàng Sa"]}}},
        },
    }


def test_a_correction_goes_before_the_package(wheel: Wheel, tmp_path: Path) -> None:
    corrections = {"Quảng Nam": {"Huyện Núi Thành": {"Xã Tam Kỳ": ["Phường Tam Kỳ"]}}}
    path = tmp_path / "communes.json"
    path.write_text(write(build(wheel, corrections)))
    (found,) = (one for one in Gazetteer.load(path).named("tamki") if not one.current)
    assert found.communes == ("Phường Tam Kỳ",)


def test_it_is_written_a_district_a_line_and_read_back(wheel: Wheel, tmp_path: Path) -> None:
    path = tmp_path / "communes.json"
    path.write_text(write(build(wheel, {})))
    lines = path.read_text().splitlines()
    assert len([line for line in lines if "Huyện" in line]) == 2
    gazetteer = Gazetteer.load(path)
    assert [unit.name for unit in gazetteer.named("taison")] == ["Huyện Núi Thành"]
    assert {unit.communes for unit in gazetteer.named("hoangsa")} == {("Đặc khu Hoàng Sa",)}
    assert gazetteer.provinces["Quảng Nam"].tier is Tier.PROVINCE


def test_the_shipped_file_holds_the_corrections() -> None:
    text = SHIPPED.read_text("utf-8")
    assert '"Xã Hòa Bình": ["Xã Nguyễn Bỉnh Khiêm"]' in text
    assert CORRECTIONS.read_text("utf-8").count("]\n") == 34
