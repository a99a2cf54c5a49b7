from pathlib import Path

import pytest

from knowledge.text.data import read_mapping, strings, table

FILES = sorted(path.stem for path in Path("knowledge/text").glob("*.yaml"))


def test_a_table_is_the_file_of_its_name() -> None:
    assert "khai sinh" in table("synonyms")


def test_what_is_no_list_is_empty() -> None:
    assert strings(["a", 2]) == ("a", "2")
    assert strings("a") == strings(None) == ()


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice(name: str) -> None:
    path = Path("knowledge/text") / f"{name}.yaml"
    keys = [
        line.split(":")[0]
        for line in path.read_text("utf-8").splitlines()
        if line[:1].strip() and line[0] != "#" and ":" in line
    ]
    assert len(keys) == len(set(keys)) == len(read_mapping(path))
