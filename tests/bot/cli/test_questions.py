import asyncio
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import keys
from bot.cli.questions import questions
from bot.settings import load
from storage import questions as kept
from storage.database import Database
from storage.questions import Asked, Opinion
from tests.storage.moments import NOW


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    asyncio.run(_note())


async def _note() -> None:
    settings = load()
    database = await Database.open(settings.url, keys.cipher(settings))
    async with database.writing() as session:
        await kept.note(session, "web", "an", Asked(at=NOW, text="giấy gì", outcome="out_of_scope"))
        bad = Asked(
            at=NOW,
            text="khai sinh",
            outcome="answered",
            code="1.001193",
            opinion=Opinion.BAD,
            reason="unclear",
        )
        await kept.note(session, "web", "an", bad)
    await database.close()


@pytest.mark.usefixtures("noted")
def test_officers_read_what_was_asked_in_vain_and_what_was_no_good() -> None:
    lines = CliRunner().invoke(questions, []).output.splitlines()

    assert lines == [
        "22/11/2026  👎  khai sinh  [answered · Đăng ký khai sinh · unclear]",
        "22/11/2026  ·  giấy gì  [out_of_scope]",
    ]


@pytest.mark.usefixtures("noted")
def test_programs_read_json_of_one_kind() -> None:
    (line,) = CliRunner().invoke(questions, ["--jsonl", "--kind", "unanswered"]).output.splitlines()

    assert json.loads(line) == {
        "at": "2026-11-22T02:00:00+00:00",
        "text": "giấy gì",
        "outcome": "out_of_scope",
        "code": None,
        "opinion": None,
        "reason": None,
    }
