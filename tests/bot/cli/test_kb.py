import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.kb import SHOWN, kb
from knowledge.errors import UnknownProcedureError, UnreadableCatalogueError

CARD: dict[str, Any] = {
    "code": "1.999999",
    "name": "Thủ tục cấp thẻ thư viện xã",
    "isWard": True,
    "executionSteps": [{"name": "", "description": "Nộp hồ sơ tại xã"}],
    "updatedAt": 1783900800000,
}


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(kb, [str(one) for one in arguments])


def put(folder: Path, *records: object) -> Path:
    path = folder / "portal.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in records))
    return path


def test_an_import_tells_what_it_did_and_what_it_skipped(tmp_path: Path) -> None:
    done = run("import", put(tmp_path, CARD, "{", {**CARD, "code": "1.999998-Xoa"}))
    assert done.exit_code == 0
    total, broken, deleted = done.stdout.splitlines()
    assert total == "1 new, 0 changed, 0 unchanged, 2 skipped; catalogue of 2026-07-13"
    assert broken.startswith("  portal.jsonl, line 2: broken JSON: ")
    assert deleted == "  portal.jsonl, line 3: the portal has deleted it (1.999998-Xoa)"


def test_the_second_import_changes_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, CARD)
    run("import", path)
    assert run("import", path).stdout.startswith("0 new, 0 changed, 1 unchanged, 0 skipped")


def test_a_long_list_of_skipped_records_is_cut(tmp_path: Path) -> None:
    shown = run("import", put(tmp_path, *["{"] * (SHOWN + 3))).stdout.splitlines()
    assert len(shown) == SHOWN + 2
    assert shown[-1] == "  … and 3 more"


def test_the_day_of_the_catalogue_can_be_told(tmp_path: Path) -> None:
    assert "catalogue of 2026-07-18" in run("import", "--published", "2026-07-18", put(tmp_path, CARD)).stdout


def test_a_file_that_is_no_catalogue_is_an_error_of_ours(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    assert isinstance(run("import", broken).exception, UnreadableCatalogueError)


def test_what_was_imported_can_be_shown(tmp_path: Path) -> None:
    run("import", "--published", "2026-07-18", put(tmp_path, CARD))
    shown = run("show", "1.999999").stdout
    assert "1.999999  Thủ tục cấp thẻ thư viện xã" in shown
    assert "công bố 18/07/2026" in shown
    assert "Nộp hồ sơ tại xã" in shown


def test_what_is_shipped_can_be_shown_before_any_import() -> None:
    assert "== Hướng dẫn" in run("show", "1.001193").stdout


def test_an_unknown_code_is_an_error_of_ours() -> None:
    assert isinstance(run("show", "9.999999").exception, UnknownProcedureError)


def test_a_search_prints_code_level_and_name_best_first(tmp_path: Path) -> None:
    run("import", put(tmp_path, {**CARD, "name": "Thủ tục xác nhận số cây trong vườn"}))
    best = run("search", "xác nhận", "số cây", "trong vườn").stdout.splitlines()[0]
    assert best == "1.999999  [cấp xã]  Thủ tục xác nhận số cây trong vườn"
