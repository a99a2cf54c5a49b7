import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

FILES = sorted((Path(__file__).parents[3] / "benchmarks" / "matching" / "questions").glob("*.jsonl"))
REGISTERS = {"colloq", "formal", "nodia", "teen", "typo", "telex", "dialect", "story"}
CODE = re.compile(r"\d\.\d{6}")
EXPECTED = {
    True: {"answer", "clarify"},
    False: {"refuse", "smalltalk"},
    "absent": {"answer_absent"},
}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def unmarked(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def test_no_question_and_no_id_stands_twice() -> None:
    every = [row for path in FILES for row in rows(path)]
    assert every
    assert len({row["id"] for row in every}) == len({row["text"] for row in every}) == len(every)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_question_is_well_formed(path: Path) -> None:
    for row in rows(path):
        assert row["reg"] in REGISTERS, row
        assert row["expect"] in EXPECTED[row["in_scope"]], row
        assert row["ambiguous"] == (row["expect"] == "clarify"), row
        assert bool(row["gold_codes"]) == (row["in_scope"] is True), row


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_codes_look_like_codes_and_none_is_both_right_and_tolerated(path: Path) -> None:
    for row in rows(path):
        right, tolerated = set(row["gold_codes"]), set(row["tolerated_codes"])
        assert all(CODE.fullmatch(code) for code in right | tolerated), row
        assert set(row["primary_codes"]) <= right, row
        assert not right & tolerated, row


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_twin_says_the_same_without_its_marks(path: Path) -> None:
    known = {row["id"]: row for row in rows(path)}
    twins = [row for row in known.values() if "twin" in row]
    assert twins
    for row in twins:
        marked = known[row["twin"]]
        assert (row["reg"], row["text"]) == ("nodia", unmarked(marked["text"])), row
        assert row["gold_codes"] == marked["gold_codes"], row
