import os
import shutil
from pathlib import Path

import pytest

from knowledge.errors import BrokenProcedureFileError
from knowledge.shelf import Shelf

SAMPLE = Path(__file__).parent / "data" / "1.000001.yaml"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A folder of shipped knowledge that holds one procedure, and one file that is none."""
    folder = tmp_path / "knowledge"
    (folder / "library").mkdir(parents=True)
    shutil.copy(SAMPLE, folder / "library")
    (folder / "absent.yaml").write_text("[]")
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return tmp_path / "var" / "knowledge.json"


def rename(directory: Path, name: str) -> None:
    """Write another name into the guide, a second later."""
    path = directory / "library" / SAMPLE.name
    path.write_text(path.read_text().replace("Cấp thẻ thư viện xã", name))
    later = path.stat().st_mtime + 1
    os.utime(path, (later, later))


def test_every_file_of_every_field_is_read(directory: Path) -> None:
    shelf = Shelf.load(directory)
    assert {code: one.name for code, one in shelf.procedures.items()} == {"1.000001": "Cấp thẻ thư viện xã"}


def test_the_pack_holds_the_same(directory: Path, pack: Path) -> None:
    first = Shelf.load(directory, pack)
    assert pack.exists()
    assert Shelf.load(directory, pack) == first == Shelf.load(directory)


def test_the_pack_is_used_while_nothing_changed(directory: Path, pack: Path) -> None:
    Shelf.load(directory, pack)
    pack.write_text(pack.read_text().replace("Cấp thẻ thư viện xã", "Từ gói"))
    assert Shelf.load(directory, pack).procedures["1.000001"].name == "Từ gói"


def test_a_changed_file_is_read_anew(directory: Path, pack: Path) -> None:
    Shelf.load(directory, pack)
    rename(directory, "Tên mới")
    assert Shelf.load(directory, pack).procedures["1.000001"].name == "Tên mới"
    assert "Tên mới" in pack.read_text()


def test_a_new_and_a_removed_file_are_seen(directory: Path, pack: Path) -> None:
    Shelf.load(directory, pack)
    other = (directory / "library" / SAMPLE.name).read_text().replace("code: '1.000001'", "code: '1.000009'")
    (directory / "library" / "1.000009.yaml").write_text(other)
    assert set(Shelf.load(directory, pack).procedures) == {"1.000001", "1.000009"}
    (directory / "library" / SAMPLE.name).unlink()
    assert set(Shelf.load(directory, pack).procedures) == {"1.000009"}


@pytest.mark.parametrize("content", ["", "{", '{"state": "x"}', '{"state": "x", "procedures": [{}]}'])
def test_a_broken_pack_is_written_anew(directory: Path, pack: Path, content: str) -> None:
    pack.parent.mkdir()
    pack.write_text(content)
    assert set(Shelf.load(directory, pack).procedures) == {"1.000001"}
    assert "1.000001" in pack.read_text()


def test_a_pack_that_cannot_be_written_only_costs_time(directory: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Shelf.load(directory, tmp_path / "file" / "knowledge.json").procedures


def test_a_broken_file_is_named(directory: Path) -> None:
    (directory / "library" / "1.000002.yaml").write_text("guide: 1")
    with pytest.raises(BrokenProcedureFileError, match=r"1\.000002\.yaml"):
        Shelf.load(directory)
