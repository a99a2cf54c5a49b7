"""Builds ``knowledge/data/communes.json`` from the wheel of ``vietnamadminunits``: see docs/adr/0010.

    pip download vietnamadminunits==1.0.4 --no-deps --dest SOMEWHERE
    python -m benchmarks.communes.build SOMEWHERE/vietnamadminunits-1.0.4-py3-none-any.whl

The wheel is read as an archive: the package itself would bring geometry and geocoding along.
"""

import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import yaml

from motcua.text import clean_line

OUT = Path(__file__).parents[2] / "knowledge" / "data" / "communes.json"
CORRECTIONS = Path(__file__).with_name("corrections.yaml")
SOURCE = "vietnamadminunits 1.0.4, MIT licence, Copyright (c) 2025 Tran Ngoc Minh Hieu; 34 corrections"

_DATA = "vietnamadminunits/data/"
_KIND = re.compile("phuong|xa|thitran|huyen|quan|thixa|thanhpho")

Corrections = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
"""Former province, district, commune, and the communes it is in today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A former district: its communes with where each is today, and names that were gone before it."""

    communes: dict[str, list[str]] = field(default_factory=dict)
    earlier: dict[str, str] = field(default_factory=dict)

    def written(self) -> dict[str, object]:
        """As it stands in the file."""
        return {"communes": self.communes} | ({"earlier": self.earlier} if self.earlier else {})


class Wheel:
    """What the package holds: its units row by row, and where each former commune went, by its own keys."""

    def __init__(self, path: Path) -> None:
        """Read two files of the archive."""
        with ZipFile(path) as archive, TemporaryDirectory() as folder:
            moves = json.loads(archive.read(_DATA + "converter_2025.json"))
            with closing(sqlite3.connect(archive.extract(_DATA + "dataset.db", folder))) as units:
                units.row_factory = sqlite3.Row
                self.former = units.execute("select * from admin_units_legacy order by rowid").fetchall()
                self.today = units.execute("select * from admin_units order by rowid").fetchall()
        self._names = {(row["provinceKey"], row["wardKey"]): cleaned(row["ward"]) for row in self.today}
        self._ends = _ends(moves)

    def communes(self, row: sqlite3.Row) -> list[str]:
        """Today's names of where a former commune is."""
        return sorted(self._names[end] for end in self._ends[_key(row)])

    def province(self, row: sqlite3.Row) -> str:
        """Today's province of a former commune."""
        return next(iter(self._ends[_key(row)]))[0]


def build(wheel: Wheel, corrections: Corrections) -> dict[str, object]:
    """The whole of the file."""
    provinces = {row["provinceKey"]: bare(row["province"]) for row in wheel.today}
    became = {bare(row["province"]): provinces[wheel.province(row)] for row in wheel.former}
    today: defaultdict[str, list[str]] = defaultdict(list)
    for row in wheel.today:
        today[bare(row["province"])].append(cleaned(row["ward"]))
    former: defaultdict[str, defaultdict[str, District]] = defaultdict(lambda: defaultdict(District))
    for row in wheel.former:
        _add(former[bare(row["province"])][cleaned(row["district"])], row, wheel, corrections)
    written = {
        name: {"today": became[name], "districts": {one: held.written() for one, held in districts.items()}}
        for name, districts in former.items()
    }
    return {"source": SOURCE, "today": today, "former": written}


def _add(district: District, row: sqlite3.Row, wheel: Wheel, corrections: Corrections) -> None:
    commune = cleaned(row["ward"])
    corrected = corrections.get(bare(row["province"]), {}).get(cleaned(row["district"]), {}).get(commune)
    district.communes[commune] = corrected or wheel.communes(row)
    district.earlier.update(dict.fromkeys(_earlier(row["wardAlias"], row["wardShortKey"]), commune))
    district.earlier.update(dict.fromkeys(_earlier(row["districtAlias"], row["districtShortKey"]), ""))


def _ends(moves: Mapping[str, Any]) -> dict[str, set[tuple[str, str]]]:
    """For every former commune the provinces and communes of today that it went to."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for province, communes in moves["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, whole in communes.items():
            for former in whole:
                found[former].add((province, commune))
    for province, divided in moves["DICT_PROVINCE_WARD_DIVIDED"].items():
        for former, parts in divided.items():
            found[former] |= {(province, part["newWardKey"]) for part in parts}
    return found


def _key(row: sqlite3.Row) -> str:
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def write(built: Mapping[str, object]) -> str:
    """As JSON with a district or a province a line, so that a change can be read."""
    return "".join(_lines(built, depth=0)) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    if not isinstance(value, Mapping) or "communes" in value:
        yield json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
        return
    yield "{"
    for at, (name, inner) in enumerate(value.items()):
        yield ("," if at else "") + "\n" + " " * (depth + 1) + json.dumps(name, ensure_ascii=False) + ": "
        yield from _lines(inner, depth + 1)
    yield "\n" + " " * depth + "}"


def _earlier(aliases: str | None, own: str | None) -> list[str]:
    """Names gone before the unit's own, as unmarked letters behind their kind: ``phuongnguyentrungtruc``."""
    written = json.loads(aliases) if aliases else []
    split = {one: one[kind.end() :] for one in written if (kind := _KIND.match(one))}
    return [one for one, name in split.items() if name != own and (name in written or name.isdigit())]


def bare(province: str) -> str:
    """A province's name without its kind."""
    name = cleaned(province).removeprefix("Tỉnh ")
    return name if name.endswith("Hồ Chí Minh") else name.removeprefix("Thành phố ")


def cleaned(name: str | None) -> str:
    """A name as it is written everywhere."""
    return clean_line(name or "")


def main(path: Path) -> None:
    """Read a wheel and write the file."""
    corrections = yaml.safe_load(CORRECTIONS.read_text("utf-8"))
    OUT.write_text(write(build(Wheel(path), corrections)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
