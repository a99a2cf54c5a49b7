"""What a catalogue publishes of a procedure."""

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge import published
from knowledge.facts import Facts
from knowledge.figures import Figure, Kind

RECORD: dict[str, Any] = {
    "code": "1.000001",
    "name": "Thủ tục thử",
    "type": "STANDARD",
    "updatedAt": 1783900800000,
    "executionMethods": [
        {
            "submissionMethod": "DIRECT",
            "processingTime": 5,
            "processingTimeUnit": "WORKING_DAY",
            "description": "Thu 50% trong mười lăm ngày đầu.",
            "fees": [{"type": "FEE", "value": 50000}],
        }
    ],
    "unread": "Chỉ bản ghi gốc mới nói 7 tháng.",
}


def _write(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "portal.jsonl"
    path.write_text("\n".join(map(json.dumps, records)))
    return path


def test_a_record_holds_figures_wherever_they_stand(tmp_path: Path) -> None:
    (one,) = published.read(_write(tmp_path, RECORD), ["1.000001"]).values()
    assert {
        Figure(Kind.WORKING_DAY, "5"),
        Figure(Kind.DAY, "5"),
        Figure(Kind.DAY, "15"),
        Figure(Kind.MONEY, "50000"),
        Figure(Kind.MONEY, "25000"),
        Figure(Kind.MONTH, "7"),
        Figure(Kind.SHARE, "50"),
    } <= one.figures
    assert Figure(Kind.DAY, "6") not in one.figures


def test_imported_facts_hold_those_that_were_kept(tmp_path: Path) -> None:
    (one,) = published.read(_write(tmp_path, RECORD), ["1.000001"]).values()
    kept = published.of_facts(one.facts)
    assert one.figures - kept.figures == {Figure(Kind.MONTH, "7")}


@pytest.mark.parametrize(
    "other",
    [
        RECORD | {"name": "Bản cũ", "updatedAt": 1},
        RECORD | {"name": "Nội bộ", "type": "STANDARD_INTERNAL", "updatedAt": 1883900800000},
        RECORD | {"name": ""},
    ],
)
def test_of_two_records_the_one_for_citizens_then_the_newer_counts(
    tmp_path: Path, other: dict[str, Any]
) -> None:
    for records in ((RECORD, other), (other, RECORD)):
        (one,) = published.read(_write(tmp_path, *records), ["1.000001"]).values()
        assert one.facts.name == "Thủ tục thử"


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    assert published.read(_write(tmp_path, RECORD), ["1.000002"]) == {}


def test_facts_without_figures_hold_none() -> None:
    assert published.of_facts(Facts(code="1.000001", name="Thử")).figures == frozenset()
