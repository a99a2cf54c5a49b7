import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.secret_key import kept_key


def test_a_key_is_made_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret.key"
    first = kept_key(path)
    assert len(first) == 64
    assert kept_key(path) == first


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    kept_key(tmp_path / "secret.key")
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_two_that_start_together_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(kept_key, [tmp_path / "secret.key"] * 8))
    assert len(keys) == 1
