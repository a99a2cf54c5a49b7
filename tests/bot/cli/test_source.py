from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.source import source
from storage.errors import SourceTakenError


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


def run(*arguments: str) -> str:
    return CliRunner().invoke(source, arguments, catch_exceptions=False).stdout


def test_a_secret_is_shown_once_and_replaced_by_rotating() -> None:
    added, rotated = run("add", "H99").splitlines(), run("rotate", "H99").splitlines()
    assert added[0] == rotated[0]
    assert added[1] != rotated[1]
    assert added[1].split()[1] not in run("list")


def test_a_signed_source_gets_its_key() -> None:
    assert "signing key: " in run("add", "H99", "--signed")
    assert "  signed" in run("list")


def test_a_revoked_source_is_listed_as_such() -> None:
    run("add", "H99")
    assert run("revoke", "H99") == "H99: revoked\n"
    assert run("list").rstrip().endswith("REVOKED")


def test_a_name_that_is_taken_is_an_error_of_ours() -> None:
    run("add", "H99")
    assert isinstance(CliRunner().invoke(source, ["add", "H99"]).exception, SourceTakenError)
