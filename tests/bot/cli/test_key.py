from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.dossier import dossier
from bot.cli.key import key
from tests.bot.cli.test_dossier import SAMPLES


def test_hashes_are_carried_over_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("MOTCUA_SECRET_KEY", "o" * 40)
    CliRunner().invoke(dossier, ["import", str(SAMPLES / "dossiers.json")], catch_exceptions=False)
    monkeypatch.setenv("MOTCUA_SECRET_KEY", "n" * 40)
    monkeypatch.setenv("MOTCUA_FORMER_KEYS", "o" * 40)
    said = [CliRunner().invoke(key, ["rotate"], catch_exceptions=False).stdout for _ in range(2)]
    assert said == [
        "1 dossiers carried over to the newest of 2 keys\n1 rows encrypted anew\n",
        "0 dossiers carried over to the newest of 2 keys\n0 rows encrypted anew\n",
    ]
