from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.dialogues import __main__ as dialogues


def test_every_file_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = tmp_path / "one.yaml"
    one.write_text("- - {say: xin chào, outcome: smalltalk}\n  - {say: zzz, code: '1.000001'}\n", "utf-8")
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(dialogues, "FILES", [one])

    assert CliRunner().invoke(dialogues.main, []).output == "one: 50.0 % of 2 turns\n"
    assert '"right": 0.5' in CliRunner().invoke(dialogues.main, ["--json"]).output
