import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import lgsp
from knowledge.errors import UnreadableRecordError
from knowledge.facts import FeeKind, Way

DATA = Path(__file__).parent / "data"
IN_FORCE, ENDED = json.loads((DATA / "lgsp.json").read_text())["result"]


def with_(**changes: object) -> dict[str, Any]:
    return {**IN_FORCE, **changes}


def test_one_record_holds_everything() -> None:
    facts = lgsp.read(IN_FORCE)
    expected = yaml.safe_load((DATA / "lgsp.yaml").read_text())
    assert facts.model_dump(mode="json", exclude_defaults=True) == expected


@pytest.mark.parametrize("record", [ENDED, with_(TRANGTHAI="2"), with_(TRANGTHAI="")])
def test_only_what_is_in_force_is_taken(record: dict[str, Any]) -> None:
    with pytest.raises(UnreadableRecordError, match="not in force"):
        lgsp.read(record)


def test_numbers_may_be_numbers() -> None:
    assert lgsp.read(with_(TRANGTHAI=1)) == lgsp.read(IN_FORCE)


@pytest.mark.parametrize(("channel", "way"), [(1, Way.DIRECT), ("2", Way.ONLINE), (3, Way.POSTAL)])
def test_the_three_channels(channel: object, way: Way) -> None:
    (method,) = lgsp.read(with_(CACHTHUCTHUCHIEN=[{"KENH": channel}])).methods
    assert method.way is way


def test_a_fee_that_calls_itself_one() -> None:
    fee = {"SOTIEN": "5000", "MOTA": "Lệ phí hộ tịch"}
    times = [{"THOIGIANGIAIQUYET": 1, "DONVITINH": "ngày", "PHILEPHI": [fee]}]
    (method,) = lgsp.read(with_(CACHTHUCTHUCHIEN=[{"KENH": 1, "THOIGIAN": times}])).methods
    assert method.fees[0].kind is FeeKind.FEE


def test_a_record_without_a_name_is_none() -> None:
    with pytest.raises(UnreadableRecordError, match="no name"):
        lgsp.read(with_(TENTTHC=""))


def test_it_knows_its_own() -> None:
    assert lgsp.recognises(IN_FORCE)
    assert not lgsp.recognises({"code": "1.000001"})
