"""``motcua kb check``: exit statuses and what is printed."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.kb import kb

RECORD: dict[str, Any] = {"code": "1.001193", "name": "Thủ tục khác", "type": "STANDARD"}


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(kb, ["check", *(str(one) for one in arguments)])


def _catalogue(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "portal.jsonl"
    path.write_text("\n".join(map(json.dumps, records)))
    return path


def test_what_differs_is_listed_and_the_status_is_1(tmp_path: Path) -> None:
    done = run("--catalogue", _catalogue(tmp_path, RECORD))
    told = done.stdout.splitlines()
    assert done.exit_code == 1
    assert any(line.startswith("1.001193 facts.name: ships ") and "Thủ tục khác" in line for line in told)
    assert "1.000656 withdrawn: the catalogue does not hold it" in told
    assert told[-1].endswith(f"{len(told) - 1} findings")


def test_with_nothing_to_compare_with_it_says_what_to_do(tmp_path: Path) -> None:
    unknown = _catalogue(tmp_path, RECORD | {"code": "9.999999"})
    for done in (run(), run("--catalogue", unknown)):
        assert done.exit_code == 2
        assert "--catalogue" in done.stderr


def test_without_a_file_it_is_what_was_imported(tmp_path: Path) -> None:
    path = _catalogue(tmp_path, RECORD)
    CliRunner().invoke(kb, ["import", str(path)])
    assert run().stdout == run("--catalogue", path).stdout
