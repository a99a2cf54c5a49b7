from pathlib import Path

import pytest

from bot.errors import ProductionKeyError, SettingsError
from bot.settings import load


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "DATA_DIR", "HOME_PROVINCE", "SECRET_KEY", "PRODUCTION", "PORT"):
        monkeypatch.delenv(f"MOTCUA_{name}", raising=False)


def test_nothing_needs_to_be_set() -> None:
    assert load().url == "sqlite:///var/motcua.db"


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_DATABASE_URL", "postgresql+asyncpg://db/motcua")
    assert load().url == "postgresql+asyncpg://db/motcua"


def test_a_file_can_say_it_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("MOTCUA_PORT=9000\n")
    assert load().port == 9000


def test_a_former_province_becomes_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_HOME_PROVINCE", "quang nam")
    assert load().home_province == "Đà Nẵng"


@pytest.mark.parametrize(
    ("name", "value"),
    [("MOTCUA_PORT", "eighty"), ("MOTCUA_HOME_PROVINCE", "Atlantis"), ("MOTCUA_SECRET_KEY", "short")],
)
def test_a_bad_setting_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        load()


def test_a_bad_key_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_SECRET_KEY", "short")
    with pytest.raises(SettingsError) as caught:
        load()
    assert "short" not in str(caught.value).replace("shorter", "")


def test_a_zalo_bot_s_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_ZALO_BOT_WEBHOOK_URL", "https://a.example/zalo-bot/a")
    with pytest.raises(SettingsError, match="MOTCUA_ZALO_BOT_SECRET"):
        load()
    monkeypatch.setenv("MOTCUA_ZALO_BOT_SECRET", "s" * 16)
    assert load().zalo_bot_webhook_url


def test_a_laptop_makes_its_own_key() -> None:
    assert load().key() == load().key()


def test_production_wants_a_key_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_PRODUCTION", "true")
    with pytest.raises(ProductionKeyError):
        load().key()
    monkeypatch.setenv("MOTCUA_SECRET_KEY", "k" * 32)
    assert load().key() == b"k" * 32


@pytest.mark.parametrize("origins", ["https://xa.gov.vn", "https://a.vn:8443 http://localhost:9000", ""])
def test_portals_are_named_by_their_origins(monkeypatch: pytest.MonkeyPatch, origins: str) -> None:
    monkeypatch.setenv("MOTCUA_EMBED_ORIGINS", origins)
    assert load().framers == tuple(origins.split())


@pytest.mark.parametrize(
    "origins", ["xa.gov.vn", "http://xa.gov.vn", "https://xa.gov.vn/tin", "*", "'self'", "https://a;b"]
)
def test_what_is_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, origins: str) -> None:
    monkeypatch.setenv("MOTCUA_EMBED_ORIGINS", origins)
    with pytest.raises(SettingsError, match="MOTCUA_EMBED_ORIGINS"):
        load()
