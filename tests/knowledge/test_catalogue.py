import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from knowledge import catalogue
from knowledge.catalogue import Row
from knowledge.errors import UnreadableCatalogueError, UnreadableRecordError

DATA = Path(__file__).parent / "data"
ONE = {"code": "1.000001", "name": "Một", "updatedAt": 1768496400000}
TWO = {"detail": {"code": "1.000002", "name": "Hai"}}
OLD = {"MATTHC": "1.000003", "TENTTHC": "Ba", "TRANGTHAI": "1"}


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def names(path: Path) -> list[str]:
    return [row.facts().name for row in catalogue.read(path)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", "\n".join(map(json.dumps, [ONE, TWO, OLD]))),
        ("a.jsonl.gz", "\n".join(map(json.dumps, [ONE, TWO, OLD]))),
        ("a.json", json.dumps([ONE, TWO, OLD], indent=2)),
        ("a.json.gz", json.dumps([ONE, TWO, OLD])),
        ("a.json", json.dumps({"result": [ONE, TWO, OLD]})),
        ("a.jsonl", json.dumps({"result": [ONE, TWO]}) + "\n\n" + json.dumps(OLD)),
        ("a.json", "\ufeff " + json.dumps([ONE, TWO, OLD])),
    ],
)
def test_every_shape_of_file_is_read(tmp_path: Path, name: str, text: str) -> None:
    assert names(written(tmp_path, name, text)) == ["Một", "Hai", "Ba"]


def test_one_record_is_a_file_too(tmp_path: Path) -> None:
    assert names(written(tmp_path, "a.json", json.dumps(ONE, indent=2))) == ["Một"]


def test_an_empty_list_holds_nothing(tmp_path: Path) -> None:
    assert names(written(tmp_path, "a.json", " [ ] ")) == []
    assert names(written(tmp_path, "a.jsonl", "\n\n")) == []


def test_lines_are_counted_from_one(tmp_path: Path) -> None:
    lines = written(tmp_path, "a.jsonl", f"\n{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n")
    assert [row.line for row in catalogue.read(lines)] == [2, 4]
    array = written(tmp_path, "a.json", f"[\n{json.dumps(ONE)},\n\n{json.dumps(TWO)}\n]")
    assert [row.line for row in catalogue.read(array)] == [2, 4]


@pytest.mark.parametrize("broken", ['{"code": ', "không phải JSON", '{"code": "\xff', "[" * 100_000])
def test_a_broken_line_is_told_and_passed_over(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        json.dumps(ONE).encode()
        + b"\n"
        + broken.encode("latin-1", "replace")
        + b"\n"
        + json.dumps(TWO).encode()
    )
    first, wrong, last = catalogue.read(path)
    assert (first.facts().name, last.facts().name) == ("Một", "Hai")
    assert wrong.line == 2
    with pytest.raises(UnreadableRecordError, match="broken JSON"):
        wrong.facts()


@pytest.mark.parametrize("record", [1, None, "x", [], {"khac": 1}, {"detail": 3}])
def test_what_is_no_record_says_so(record: object) -> None:
    with pytest.raises(UnreadableRecordError):
        Row(line=1, record=record).facts()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b"{"),
        ("a.json", b"[{}, {"),
        ("a.json", b"\xff\xfe"),
        ("a.jsonl.gz", b"not packed"),
        ("a.jsonl.gz", gzip.compress(b'{"code": "1.000001"}\n' * 99)[:-20]),
    ],
    ids=["open object", "open array", "no text", "not packed", "cut off"],
)
def test_a_file_that_is_no_catalogue_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableCatalogueError, match=name):
        list(catalogue.read(path))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCatalogueError):
        list(catalogue.read(tmp_path / "nothing.jsonl"))


def test_progress_is_told_in_bytes_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl.gz", json.dumps(ONE) + "\n" + json.dumps(TWO))
    told: list[int] = []
    list(catalogue.read(path, told.append))
    assert len(told) == 2
    assert told[-1] == path.stat().st_size


def test_a_code_is_found_without_reading_the_rest() -> None:
    assert [catalogue.code(record) for record in (ONE, TWO, OLD, None)] == [
        "1.000001",
        "1.000002",
        "1.000003",
        "",
    ]


def test_the_day_of_a_record() -> None:
    assert catalogue.updated(ONE) == date(2026, 1, 16)
    assert catalogue.updated(OLD) is None
    assert catalogue.updated("x") is None


def test_the_whole_catalogue_is_read(shared_data: Path) -> None:
    """Every record but the deleted one, and none of the traps is left in what a citizen reads."""
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    problems: list[tuple[int, str]] = []
    names: list[str] = []
    papers = 0
    for row in catalogue.read(path):
        try:
            facts = row.facts()
        except UnreadableRecordError as error:
            problems.append((row.line, str(error.details["reason"])))
            continue
        names.append(facts.name)
        papers += sum(len(group.papers) for group in facts.groups)
        assert all(fee.amount != 0 and (fee.amount or fee.text) for one in facts.methods for fee in one.fees)
        assert all(paper.name for group in facts.groups for paper in group.papers)
    assert problems == [(4814, "the portal has deleted it (1.014955-Xoa)")]
    assert len(names) == 5664
    assert [name for name in names if name.isupper() and len(name) > 12] == []
    assert papers > 20_000
