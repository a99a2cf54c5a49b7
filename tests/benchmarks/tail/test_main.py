import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.tail.__main__ import main

DON = {"code": "000.00.00.G12-KQ013267", "name": "Trường hợp (1): Tờ khai đăng ký", "originalQty": 1}
RECORD = {"code": "1.008008", "name": "Hai", "executionCases": [{"profileComponents": [DON]}]}


@pytest.fixture
def catalogue(tmp_path: Path) -> str:
    path = tmp_path / "catalogue.jsonl"
    path.write_text(json.dumps(RECORD) + "\n" + json.dumps({"code": "1.000001", "name": "Khác"}))
    return str(path)


def test_figures_and_misses_are_printed(catalogue: str) -> None:
    told = CliRunner().invoke(main, ["--catalogue", catalogue, "--half", "open"]).output
    assert "| 1 open | 2 | 1 | 100.0% | 50.0% | 100.0% | 100.0% | 1 right | 1 right |" in told
    assert "1.008008\n  000.00.00.G12-KQ013268: 0 listed, 1 due" in told


def test_the_same_for_machines(catalogue: str) -> None:
    told = CliRunner().invoke(main, ["--catalogue", catalogue, "--half", "open", "--json"]).output
    assert json.loads(told)["open"]["misses"] == {"1.008008": ["000.00.00.G12-KQ013268: 0 listed, 1 due"]}


def test_without_a_catalogue_nothing_is_measured(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--catalogue", str(tmp_path / "nothing.jsonl")])
    assert (result.exit_code, "Nothing is measured" in result.stderr) == (0, True)
