import json
from typing import Any

import pytest
from pydantic import ValidationError

from bot.channels.zalo.settings import ANY, KINDS
from bot.errors import SettingsError
from bot.settings import Settings, load
from storage.notices import News


def settings(**given: Any) -> Settings:
    return Settings(_env_file=None, **given)


def test_without_settings_there_is_no_zalo() -> None:
    assert settings().zalo_app_id == ""
    assert settings().zalo_templates == {}


def test_kinds_are_those_of_notices() -> None:
    assert set(KINDS) == {ANY, *News}


def test_templates_come_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"*": {"id": "1", "data": {"ma": "{code}"}}}
    monkeypatch.setenv("MOTCUA_ZALO_TEMPLATES", json.dumps(given))
    assert load().zalo_templates["*"].data == {"ma": "{code}"}


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("{", "no JSON"),
        ('{"moon": {"id": "1", "data": {}}}', "'moon' is none of"),
        ('{"*": {"id": "1", "data": {"a": "{applicant}"}}}', "'applicant' is none of"),
        ('{"*": {"id": "1", "data": {"a": "{"}}}', "Single '{'|expected '}'"),
        ('{"*": {"data": {}}}', "Field required"),
    ],
)
def test_a_template_that_cannot_be_filled_stops_the_start(
    given: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_ZALO_TEMPLATES", given)
    with pytest.raises(SettingsError, match=problem) as caught:
        load()
    assert "MOTCUA_ZALO_TEMPLATES" in str(caught.value)


@pytest.mark.parametrize(
    "wrong",
    [{"zalo_bad_signature": 500}, {"zalo_takeover_minutes": 0}, {"zalo_oa_id": "x"}, {"zalo_api": "ftp://x"}],
)
def test_values_that_mean_nothing_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings(**wrong)
