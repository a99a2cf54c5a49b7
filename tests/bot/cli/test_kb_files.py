import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bot.cli.kb import kb
from knowledge import procedure_file
from knowledge.errors import UnknownProcedureError

SAMPLE = Path(__file__).parents[2] / "knowledge" / "data" / "1.000001.yaml"
RECORD = {"code": "1.000001", "name": "Thủ tục mới", "updatedAt": 1783900800000}
NEWER = {"code": "1.000002", "name": "Khác", "updatedAt": 1784200000000}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(kb, [str(one) for one in arguments])


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "portal.jsonl"
    path.write_text("\n".join(map(json.dumps, [RECORD, NEWER])))
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files with one good one in it, and the working folder above it."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "data" / "library" / SAMPLE.name
    path.parent.mkdir(parents=True)
    path.write_text(SAMPLE.read_text())
    return path


def test_a_new_file_is_printed(catalogue: Path) -> None:
    printed = yaml.safe_load(run("new", "1.000001", "--from", catalogue).stdout)
    assert printed["facts"] == {"code": "1.000001", "name": "Thủ tục mới"} | {
        "updated": printed["facts"]["updated"]
    }
    assert str(printed["source"]["published"]) == "2026-07-16"
    assert "says" in printed["guide"]


def test_a_new_file_is_written_into_a_new_folder(catalogue: Path, tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "1.000001.yaml"
    assert run("new", "1.000001", "--from", catalogue, "--out", path).exit_code == 0
    assert path.read_text() == run("new", "1.000001", "--from", catalogue).stdout


def test_a_file_that_is_there_is_not_touched(catalogue: Path, shipped: Path) -> None:
    done = run("new", "1.000001", "--from", catalogue, "--out", shipped)
    assert done.exit_code == 2
    assert "--refresh" in done.stderr
    assert shipped.read_text() == SAMPLE.read_text()


def test_a_code_that_is_not_in_the_catalogue(catalogue: Path) -> None:
    assert isinstance(run("new", "1.000009", "--from", catalogue).exception, UnknownProcedureError)


@pytest.mark.parametrize("again", [("new", "1.000001", "--refresh", "--out"), ("refresh",)])
def test_facts_are_renewed_and_the_guide_stays(
    catalogue: Path, shipped: Path, again: tuple[str, ...]
) -> None:
    run(*again, shipped, "--from", catalogue, "--published", "2026-07-18")
    guide, _, _ = SAMPLE.read_text().partition("source:")
    assert shipped.read_text().startswith(f"{guide}source:\n  published: 2026-07-18\n")
    assert procedure_file.read(shipped).facts.name == "Thủ tục mới"


def test_a_folder_is_renewed_in_one_pass(catalogue: Path, shipped: Path) -> None:
    gone = shipped.with_name("1.000009.yaml")
    gone.write_text(SAMPLE.read_text())
    done = run("refresh", shipped.parent, "--from", catalogue)
    assert done.stdout == "2 files, 1 changed; facts of 2026-07-16\n"
    assert run("refresh", shipped, "--from", catalogue).stdout.startswith("1 files, 0 changed")
    assert "1.000009 is not in the catalogue" in done.stderr
    assert gone.read_text() == SAMPLE.read_text()


def test_good_files_end_well(shipped: Path) -> None:
    done = run("lint", shipped.parent)
    assert (done.exit_code, done.stdout) == (0, "1 files, 0 findings\n")


def test_a_finding_names_the_file_as_one_would_type_it(shipped: Path) -> None:
    shipped.write_text(SAMPLE.read_text().replace("Hai ngày làm việc", "Lên huyện"))
    done = run("lint", shipped)
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        'data/library/1.000001.yaml:29: "huyện": there is no district level since 1 July 2025; '
        "name the commune or the province",
        "1 files, 1 findings",
    ]


def test_the_shipped_files_have_nothing_to_mend() -> None:
    done = run("lint")
    assert done.exit_code == 0, done.stdout
