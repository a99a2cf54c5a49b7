import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.kb import kb

ROWS = [
    {"reg": "nodia", "text": "lam giay khai sinh cho con", "gold_codes": ["1.001193"], "expect": "answer"},
    {"reg": "teen", "text": "lm giấy khai sinh cho con", "gold_codes": ["1.000656"], "expect": "answer"},
]


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(kb, [str(one) for one in arguments], catch_exceptions=False)


def labelled(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return file


def test_what_is_built_is_told_and_the_same_every_time(tmp_path: Path) -> None:
    file = tmp_path / "matcher.pack"
    told = run("build").stdout
    built = file.read_bytes()
    assert f": {file}, " in told
    assert "procedures" in told
    run("build")
    assert file.read_bytes() == built


def test_a_start_takes_what_was_built(tmp_path: Path) -> None:
    run("build")
    before = (tmp_path / "matcher.pack").stat().st_mtime_ns
    run("search", "khai sinh")
    assert (tmp_path / "matcher.pack").stat().st_mtime_ns == before


def test_an_evaluation_as_json_for_machines(tmp_path: Path) -> None:
    report = json.loads(run("eval", labelled(tmp_path), "--json").stdout)
    assert report["total"]["first"] == 0.5
    assert report["registers"]["teen"]["done"] == {"right": 0, "wrong": 1, "asked": 0, "refused": 0}
    assert [one["wanted"] for one in report["confusions"]] == ["1.000656"]


def test_an_evaluation_as_tables(tmp_path: Path) -> None:
    lines = run("eval", labelled(tmp_path)).stdout.splitlines()
    name, asked, first, *_, right, wrong, back, away = lines[1].split()
    assert (name, asked, first) == ("all", "2", "50.0%")
    assert (right, wrong, back, away) == ("1", "1", "0", "0")
    assert any(line.endswith("50.0%") and " to " in line for line in lines)
    assert lines[-1] == "1.000656  1.001193    1   1  lm giấy khai sinh cho con"
