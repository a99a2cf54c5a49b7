from pathlib import Path

import numpy as np
import pytest

from knowledge import pack

STATE = "a1"
PARTS = {"numbers": np.array([1, 2, 3], np.int32), "words": pack.from_texts(["đổi", "thẻ"])}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "new" / "one.pack"
    assert pack.write(file, STATE, PARTS) == file.stat().st_size
    return file


def test_what_is_kept_is_read_again(file: Path) -> None:
    parts = pack.read(file, STATE)
    assert parts is not None
    assert parts["numbers"].tolist() == [1, 2, 3]
    assert pack.to_texts(parts["words"]) == ["đổi", "thẻ"]
    assert [path.name for path in file.parent.iterdir()] == ["one.pack"]


def test_the_same_parts_make_the_same_bytes(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pack"
    pack.write(again, STATE, PARTS)
    assert again.read_bytes() == file.read_bytes()


def test_what_was_built_from_something_else_is_as_good_as_none(file: Path, tmp_path: Path) -> None:
    assert pack.read(file, "b2") is None
    assert pack.read(tmp_path / "none.pack", STATE) is None


@pytest.mark.parametrize("at", [0, 5, 20, 200, -30])
def test_a_damaged_file_is_as_good_as_none(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 0xFF
    file.write_bytes(content)
    assert pack.read(file, STATE) is None


@pytest.mark.parametrize("kept", [0, 10, 300])
def test_so_is_half_a_file(file: Path, kept: int) -> None:
    file.write_bytes(file.read_bytes()[:kept])
    assert pack.read(file, STATE) is None


def test_a_folder_that_takes_no_file_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    pack.keep(tmp_path / "folder" / "one.pack", STATE, PARTS)
    with pytest.raises(OSError, match="folder"):
        pack.write(tmp_path / "folder" / "one.pack", STATE, PARTS)


def test_no_texts_are_no_texts() -> None:
    assert pack.to_texts(pack.from_texts([])) == []
