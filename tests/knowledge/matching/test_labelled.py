import json
from pathlib import Path

import pytest

from knowledge.errors import UnreadableQuestionsError
from knowledge.matching.labelled import Question, questions

ROW = {"id": "Q1", "reg": "teen", "text": "lm gks", "gold_codes": ["1.001193"], "expect": "answer"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


def test_questions_are_read_with_their_labels(file: Path) -> None:
    file.write_text(json.dumps(ROW) + "\n\n", "utf-8")
    assert questions(file) == [Question(text="lm gks", register="teen", right=frozenset({"1.001193"}))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [("{", "line 2"), ("[]", "line 2"), (json.dumps({**ROW, "expect": "dance"}), "line 2: expect")],
)
def test_a_line_that_cannot_be_read_is_named(file: Path, line: str, reason: str) -> None:
    file.write_text(f"{json.dumps(ROW)}\n{line}\n", "utf-8")
    with pytest.raises(UnreadableQuestionsError, match=reason):
        questions(file)


def test_other_bytes_are_no_questions(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(UnreadableQuestionsError, match="UTF-8"):
        questions(file)
