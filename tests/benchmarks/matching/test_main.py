import gzip
import json
from pathlib import Path

from click.testing import CliRunner

from benchmarks.matching.__main__ import main

QUESTION = {
    "reg": "nodia",
    "text": "lam giay khai sinh cho con",
    "gold_codes": ["1.001193"],
    "tolerated_codes": [],
    "expect": "answer",
}


def test_without_the_data_it_says_so_and_measures_nothing(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.jsonl")
    result = CliRunner().invoke(main, ["--catalogue", missing, "--questions", missing])
    assert result.exit_code == 0
    assert "Nothing is measured" in result.stderr


def test_ours_alone_as_json_and_as_a_table(tmp_path: Path) -> None:
    catalogue, asked = tmp_path / "catalogue.jsonl.gz", tmp_path / "questions.jsonl"
    catalogue.write_bytes(gzip.compress(b""))
    asked.write_text(json.dumps(QUESTION), "utf-8")
    arguments = ["--ours", "--catalogue", str(catalogue), "--questions", str(asked)]
    told = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).stdout)
    assert told["ranking"][0]["first"] == 1.0
    assert set(told["marks_dropped"]) == {"questions", "first", "first_without"}
    assert told["decisions"]["verdicts"] == {"answer": {"answer": 1}}
    assert "| motcua | 100.0%" in CliRunner().invoke(main, arguments).stdout
