import gzip
import json
from pathlib import Path

from benchmarks.matching.data import entries, shipped_entries

RECORD = {
    "code": "9.000001",
    "name": "Thủ tục thử",
    "detail": {
        "code": "9.000001",
        "name": "Thủ tục thử",
        "type": "SPECIFIC",
        "isWard": True,
        "departmentPromulgateName": "UBND tỉnh Bắc Ninh",
    },
}


def test_the_catalogue_gets_the_shipped_guides(tmp_path: Path) -> None:
    file = tmp_path / "catalogue.jsonl.gz"
    file.write_bytes(gzip.compress((json.dumps(RECORD) + "\nno json\n").encode()))
    held = {entry.code: entry for entry in entries(file)}
    assert held["9.000001"].province == "Bắc Ninh"
    assert held["1.001193"].says
    assert {entry.code for entry in entries(file, guided=False)} == {"9.000001"}


def test_the_shipped_ones_alone() -> None:
    assert all(entry.short_name for entry in shipped_entries())
