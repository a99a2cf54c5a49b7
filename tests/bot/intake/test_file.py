import json
from pathlib import Path

import pytest

from bot.errors import UnreadableDeliveryError
from bot.intake.file import bodies


def written(folder: Path, text: str) -> Path:
    file = folder / "delivery.json"
    file.write_text(text, "utf-8")
    return file


def test_one_value_over_many_lines(tmp_path: Path) -> None:
    value = {"service": "DongBoHoSoMC", "data": [{"MaHoSo": "Đ"}]}
    assert list(bodies(written(tmp_path, json.dumps(value, indent=2)))) == [(1, value)]


def test_one_value_a_line_with_its_number(tmp_path: Path) -> None:
    assert list(bodies(written(tmp_path, '[1]\n\n{"a": 2}\n'))) == [(1, [1]), (3, {"a": 2})]


def test_a_bad_line_among_good_ones_is_nothing(tmp_path: Path) -> None:
    assert list(bodies(written(tmp_path, '[1]\n{"a": \n[3]'))) == [(1, [1]), (2, None), (3, [3])]


def test_a_byte_order_mark_is_not_in_the_way(tmp_path: Path) -> None:
    assert list(bodies(written(tmp_path, "\ufeff[1]"))) == [(1, [1])]


@pytest.mark.parametrize("text", ["", "not json", "{", "\n[1\n"])
def test_what_is_no_json_is_refused_by_its_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableDeliveryError, match=r"delivery\.json"):
        list(bodies(written(tmp_path, text)))


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "delivery.json"
    file.write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(UnreadableDeliveryError):
        list(bodies(file))


def test_what_is_too_deep_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeliveryError):
        list(bodies(written(tmp_path, "[" * 100_000)))
