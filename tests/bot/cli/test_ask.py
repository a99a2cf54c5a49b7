"""The command over a real database and the shipped procedures."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.ask import ask

BIRTH = "1.001193"


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


def run(*arguments: str, lines: str = "") -> Result:
    result = CliRunner().invoke(ask, list(arguments), input=lines)
    assert result.exception is None, result.exception
    return result


def answers(*questions: object) -> list[dict[str, Any]]:
    lines = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in questions)
    return [json.loads(line) for line in run("--jsonl", lines=lines).stdout.splitlines()]


def test_a_question_is_answered_as_a_citizen_reads_it() -> None:
    told = run("lam giay khai sinh", "cho con can giay to gi").stdout
    assert "Đăng ký khai sinh" in told
    assert "Giấy chứng sinh" in told


def test_every_line_is_answered_in_order_with_the_promised_names() -> None:
    first, second, third = answers(
        {"id": "a", "text": "làm giấy khai sinh cho con cần giấy tờ gì"},
        {"id": 2, "text": "xin chào", "province": "Bắc Giang"},
        {"id": "c", "text": "hôm nay trời có mưa không"},
    )
    assert list(first) == ["id", "outcome", "codes", "aspects", "reply", "ms"]
    assert first["outcome"] == "answered"
    assert first["codes"][0]["code"] == BIRTH
    assert len(first["codes"]) <= 10
    assert first["aspects"] == ["papers"]
    assert first["ms"] > 0
    assert (second["id"], second["outcome"], second["codes"]) == (2, "smalltalk", [])
    assert (third["id"], third["outcome"]) == ("c", "out_of_scope")
    assert all(answer["reply"] for answer in (first, second, third))


def test_bad_lines_are_told_and_blank_ones_passed_over() -> None:
    found = answers("", "no json", {"id": "x"}, {"text": "no id"}, "[]", {"id": "ok", "text": "khai sinh"})
    assert [answer["id"] for answer in found] == [None, "x", None, None, "ok"]
    assert all(answer["error"] for answer in found[:-1])
    assert "error" not in found[-1]


def test_nothing_is_remembered_between_questions(sqlite_url: str) -> None:
    question = {"id": 1, "text": "làm giấy khai sinh"}
    once, again = answers(question, question)
    assert once["reply"] == again["reply"]
    assert _chats(sqlite_url) == 0


def _chats(url: str) -> int:
    with sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///")) as database:
        return int(database.execute("select count(*) from chats").fetchone()[0])


def test_the_province_is_understood_by_any_of_its_names() -> None:
    (answer,) = answers({"id": 1, "text": "làm giấy khai sinh", "province": "tỉnh Hà Tây"})
    assert answer["outcome"] == "answered"


def test_why_shows_the_reading_the_decision_and_the_rivals() -> None:
    told = run("--why", "mat can cuoc").stdout
    assert "mat can cuoc" in told
    assert "trả lời ngay" in told
    assert "1.014064" in told


def test_a_dossier_code_asks_for_proof_and_never_for_a_procedure() -> None:
    (answer,) = answers({"id": 1, "text": "hồ sơ H29.12-260101-0001 của tôi tới đâu rồi"})
    assert answer["outcome"] == "needs_proof"
