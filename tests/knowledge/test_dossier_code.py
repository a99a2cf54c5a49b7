from datetime import datetime
from pathlib import Path

import pytest
import yaml

from knowledge.dossier_code import DossierCode, find
from motcua.clock import VIETNAM

CASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case[0])
def test_finds_codes_as_people_write_them(case: list[str]) -> None:
    text, *codes = case
    assert [code.text for code in find(text)] == codes


@pytest.mark.parametrize("text", CASES["nothing"])
def test_takes_nothing_else_for_a_code(text: str) -> None:
    assert find(text) == []


def test_a_code_has_its_parts() -> None:
    (code,) = find("000.701.18.g12 - 260314 - 2711000036943")
    assert code == DossierCode(agency="000.701.18.G12", date="260314", number="2711000036943")


@pytest.mark.parametrize("text", ["000.00.04.H51-200221-0001", "H51.04-20200221-0001"])
def test_a_code_tells_the_day_of_receipt(text: str) -> None:
    (code,) = find(text)
    assert code.received == datetime(2020, 2, 21, tzinfo=VIETNAM)


def test_a_day_that_never_was_is_no_day() -> None:
    (code,) = find("000.00.04.H51-210230-0001")
    assert code.received is None


def test_social_insurance_tells_only_the_year() -> None:
    (code,) = find("03706/2026/07906")
    assert code.date == "2026"
    assert code.received is None
