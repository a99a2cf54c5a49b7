from pathlib import Path
from typing import Any

import pytest

from bot.doctor import house
from bot.doctor.finding import Finding, Grade
from bot.papers import letters
from handlers.language import Language
from knowledge.errors import KnowledgeError
from knowledge.shelf import Shelf
from tests.bot.doctor.conftest import settings

WHOLE: dict[str, Any] = {"secret_key": "k" * 32, "home_province": "Hà Nội", "origin": "https://a.example"}


def look(tmp_path: Path, say: Language, **given: Any) -> list[Finding]:
    return list(house.look(settings(tmp_path, **given), say))


def bad(findings: list[Finding]) -> list[tuple[Grade, str]]:
    return [(one.grade, one.mend) for one in findings if one.grade is not Grade.GOOD]


def test_a_house_in_order_has_nothing_to_mend(tmp_path: Path, say: Language) -> None:
    findings = look(tmp_path, say, production=True, **WHOLE)
    assert bad(findings) == []
    assert {one.about for one in findings} == {"Settings", "Data folder", "Shipped knowledge", "Letters"}


@pytest.mark.parametrize(
    ("given", "grade", "mend"),
    [
        ({"production": True, "secret_key": None}, Grade.BROKEN, "MOTCUA_SECRET_KEY"),
        ({"secret_key": None}, Grade.WORTH_A_LOOK, "MOTCUA_SECRET_KEY"),
        ({"home_province": ""}, Grade.WORTH_A_LOOK, "MOTCUA_HOME_PROVINCE"),
        ({"production": True, "origin": ""}, Grade.WORTH_A_LOOK, "MOTCUA_ORIGIN"),
        ({"data_dir": Path("/proc/motcua")}, Grade.BROKEN, "MOTCUA_DATA_DIR"),
    ],
    ids=lambda one: str(one)[:40],
)
def test_what_is_missing_is_named(
    tmp_path: Path,
    say: Language,
    given: dict[str, Any],
    grade: Grade,
    mend: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: not str(path).startswith("/proc"))
    ((found, how),) = bad(look(tmp_path, say, **(WHOLE | given)))
    assert found is grade
    assert mend in how


def test_damaged_files_are_told(tmp_path: Path, say: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Shelf:
        raise KnowledgeError

    monkeypatch.setattr(Shelf, "load", broken)
    monkeypatch.setattr(letters, "fit", lambda text: text.replace("ấ", ""))
    found = bad(look(tmp_path, say, **WHOLE))
    assert [grade for grade, _ in found] == [Grade.BROKEN] * 2
