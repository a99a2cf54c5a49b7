"""Builds ``knowledge/data/centres.json`` from the same wheel as ``communes.json``: see docs/adr/0026.

python -m benchmarks.communes.centres SOMEWHERE/vietnamadminunits-1.0.4-py3-none-any.whl
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.communes.build import Wheel, bare, cleaned

OUT = Path(__file__).parents[2] / "knowledge" / "data" / "centres.json"
SOURCE = "vietnamadminunits 1.0.4, MIT licence, Copyright (c) 2025 Tran Ngoc Minh Hieu"
DIGITS = 3
"""Of a degree: some hundred metres, which is finer than a centre means anything."""

Row = Mapping[str, Any]


def build(today: Iterable[Row]) -> dict[str, object]:
    """Latitude and longitude of every commune of today, by province."""
    centres: defaultdict[str, dict[str, list[float]]] = defaultdict(dict)
    for row in today:
        point = [round(row["wardLat"], DIGITS), round(row["wardLon"], DIGITS)]
        centres[bare(row["province"])][cleaned(row["ward"])] = point
    return {"source": SOURCE, "centres": centres}


def write(built: Mapping[str, Any]) -> str:
    """As JSON with a province a line, so that a change can be read."""
    lines = [
        f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(communes, ensure_ascii=False)}"
        for name, communes in built["centres"].items()
    ]
    head = f'{{\n "source": {json.dumps(built["source"], ensure_ascii=False)},\n "centres": {{\n'
    return head + ",\n".join(lines) + "\n }\n}\n"


if __name__ == "__main__":
    OUT.write_text(write(build(Wheel(Path(sys.argv[1])).today)), encoding="utf-8")
