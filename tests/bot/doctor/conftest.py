from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from handlers.language import Language, Languages


@pytest.fixture
def say() -> Language:
    return Languages.shipped().of("en")


def settings(tmp_path: Path, **given: Any) -> Settings:
    """A laptop's, whatever the environment says."""
    nothing: dict[str, Any] = {
        "telegram_token": None,
        "zalo_bot_token": None,
        "zalo_app_id": "",
        "secret_key": None,
    }
    whole: dict[str, Any] = {"data_dir": tmp_path, "database_url": "", **nothing, **given}
    return Settings(_env_file=None, **whole)
