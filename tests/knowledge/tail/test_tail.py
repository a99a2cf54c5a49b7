"""The labelled hundred, read from the real catalogue: what the cards without a guide promise."""

from pathlib import Path

import pytest

from benchmarks.tail.__main__ import HALVES, compared
from benchmarks.tail.evaluate import Compared, figures

PROMISED = 0.95


@pytest.fixture(scope="module")
def halves(shared_data: Path) -> dict[str, list[Compared]]:
    return compared(shared_data / "national-catalogue" / "raw_procedures.jsonl.gz")


@pytest.mark.parametrize("half", HALVES)
def test_what_is_listed_is_a_paper_and_the_papers_are_listed(
    halves: dict[str, list[Compared]], half: str
) -> None:
    found = figures(halves[half])
    assert found.procedures == 50
    assert found.precision >= PROMISED
    assert found.recall >= PROMISED


@pytest.mark.parametrize("half", HALVES)
def test_times_and_fees_are_right_or_left_to_the_office(halves: dict[str, list[Compared]], half: str) -> None:
    found = figures(halves[half])
    assert found.times["right"] + found.times["left"] >= 49
    assert found.fees["right"] + found.fees["left"] == 50
    assert found.shown >= PROMISED
