"""What stands in a document list, sentence by sentence: add a line to the YAML to add a test."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.component import Component, Kind, bare, kind, paper, shows

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "data" / "components.yaml").read_text())
PAPERS = [case for case in CASES if case["kind"] == "paper"]


def component(case: dict[str, Any]) -> Component:
    return Component(name=case["text"], originals=case.get("originals", 0), copies=case.get("copies", 0))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"]))
def test_what_it_really_is(case: dict[str, Any]) -> None:
    assert kind(component(case)) == Kind(case["kind"])


@pytest.mark.parametrize("case", PAPERS, ids=lambda case: str(case["text"]))
def test_a_name_is_cut_from_its_conditions(case: dict[str, Any]) -> None:
    found = paper(component(case))
    told = (found.name, found.note, found.show_only)
    assert told == (case["name"], case.get("note", ""), case.get("show_only", False))


def test_a_paper_keeps_its_code_form_and_quantities() -> None:
    found = paper(Component(name="Đơn", code="K1", originals=2, copies=3, form="Mẫu 01"))
    assert (found.code, found.originals, found.copies, found.form) == ("K1", 2, 3, "Mẫu 01")


def test_what_stands_under_a_heading_for_showing_is_only_shown() -> None:
    assert paper(Component(name="Hộ chiếu"), shown=True).show_only


def test_its_own_words_go_before_the_heading() -> None:
    assert not paper(Component(name="Nộp bản sao hộ chiếu"), shown=True).show_only


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Giấy tờ phải xuất trình", True), ("Giấy tờ phải nộp", False), ("nộp hoặc xuất trình", False)],
)
def test_showing_is_not_handing_in(text: str, expected: bool) -> None:
    assert shows(text) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("- + Đơn", "Đơn"),
        ("* Giấy tờ phải nộp:", "Giấy tờ phải nộp"),
        ("a.2) Về gia hạn", "Về gia hạn"),
        ("1.3.1. Hồ sơ", "Hồ sơ"),
        ("02 ảnh", "02 ảnh"),
        ("Phí 1.000 đồng", "Phí 1.000 đồng"),
    ],
)
def test_bullets_and_numbers_go(written: str, expected: str) -> None:
    assert bare(written) == expected
