from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.utterances import __main__ as command
from knowledge.matching import build
from tests.knowledge.matching.few import ENTRIES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    right = '- {text: "làm giấy khai sinh cho con", code: "1.001193", aspect: fee}'
    (tmp_path / "field.yaml").write_text(f'{right}\n- {{text: "nhận nuôi rồng", code: "1.000001"}}')
    return tmp_path


def test_every_file_of_a_folder_is_heard(folder: Path) -> None:
    fields = command.heard(build(ENTRIES), folder)
    assert [one.first for _, one in fields["field"]] == [True, False]


def test_the_fields_and_the_misses_are_printed(folder: Path) -> None:
    arguments = ["--catalogue", str(folder / "none.jsonl"), "--misses", "--folder", str(folder)]
    printed = CliRunner().invoke(command.main, arguments).output
    assert "| field | 2 | 50.0% | 50.0% | 50.0% | 0.0% | 0.0% |" in printed
    assert "| all | 2 | 50.0% |" in printed
    assert "1.001193  aspect  làm giấy khai sinh cho con\n1.000001  code  nhận nuôi rồng" in printed
