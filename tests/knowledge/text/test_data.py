from pathlib import Path

import pytest

import knowledge.text
from knowledge.text.data import read_mapping, strings, table

FILES = sorted(Path(knowledge.text.__file__ or "").parent.glob("*.yaml"))


def test_a_table_is_the_file_of_its_name() -> None:
    assert "khai sinh" in table("synonyms")


def test_what_is_no_list_is_empty() -> None:
    assert strings(["a", 2]) == ("a", "2")
    assert strings("a") == strings(None) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    keys = [line.split(":")[0] for line in lines if line[:1].strip() and line[0] != "#" and ":" in line]
    assert len(keys) == len(set(keys)) == len(read_mapping(path))
