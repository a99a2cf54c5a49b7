from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.doctor import doctor

KEY = "a-key-of-thirty-two-characters-or-more"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "TELEGRAM_TOKEN", "ZALO_BOT_TOKEN", "PRODUCTION"):
        monkeypatch.delenv(f"MOTCUA_{name}", raising=False)


def test_a_laptop_is_well_in_either_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_SECRET_KEY", KEY)
    vietnamese = CliRunner().invoke(doctor)
    monkeypatch.setenv("MOTCUA_LANGUAGE", "en")
    english = CliRunner().invoke(doctor)
    assert (vietnamese.exit_code, english.exit_code) == (0, 0)
    assert "✓ Thiết lập: đã đặt khóa băm" in vietnamese.output
    assert "✓ Settings: the key of the hashes is set" in english.output
    assert KEY not in vietnamese.output + english.output


def test_what_is_broken_ends_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_PRODUCTION", "true")
    done = CliRunner().invoke(doctor)
    assert done.exit_code == 1
    assert "→" in done.output
