import gzip
import json
from pathlib import Path

from benchmarks.matching.data import Question, entries, questions, shipped_entries

RECORD = {
    "code": "9.000001",
    "name": "Thủ tục thử",
    "detail": {
        "code": "9.000001",
        "name": "Thủ tục thử",
        "type": "SPECIFIC",
        "isWard": True,
        "departmentPromulgateName": "UBND tỉnh Bắc Ninh",
    },
}


def test_questions_are_read_with_their_labels(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    row = {
        "reg": "teen",
        "text": "lm gks",
        "gold_codes": ["1.001193"],
        "tolerated_codes": [],
        "expect": "answer",
    }
    file.write_text(json.dumps(row) + "\n\n", "utf-8")
    assert questions(file) == [
        Question(
            text="lm gks",
            register="teen",
            right=frozenset({"1.001193"}),
            tolerated=frozenset(),
            expected="answer",
        )
    ]


def test_the_catalogue_gets_the_shipped_guides(tmp_path: Path) -> None:
    file = tmp_path / "catalogue.jsonl.gz"
    file.write_bytes(gzip.compress((json.dumps(RECORD) + "\nno json\n").encode()))
    held = {entry.code: entry for entry in entries(file)}
    assert held["9.000001"].province == "Bắc Ninh"
    assert held["1.001193"].says
    assert {entry.code for entry in entries(file, guided=False)} == {"9.000001"}


def test_the_shipped_ones_alone() -> None:
    assert all(entry.short_name for entry in shipped_entries())
