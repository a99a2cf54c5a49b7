"""The communes around a point on the map, by their centres. Near is not inside: a person chooses among them.

The file is built by ``benchmarks/communes`` (docs/adr/0026) and read at the first question.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from knowledge.model import Line, Value

SHIPPED = Path(__file__).parent / "data" / "centres.json"

FARTHEST = 60.0
"""Kilometres: the largest communes reach some 40 from their centre; what is farther lies elsewhere."""

_KM = 111.32
"""Kilometres of a degree of latitude."""


class Near(Value):
    """A commune of today, and how far its centre is, in kilometres."""

    province: Line
    commune: Line
    km: float = 0.0

    @property
    def digest(self) -> str:
        """Its name, short enough for a button and the same every day."""
        return f"{crc32(f'{self.province}/{self.commune}'.encode()):08x}"


class Centres:
    """All communes of today with their centres."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        rows = [
            (province, commune, *point)
            for province, communes in written["centres"].items()
            for commune, point in communes.items()
        ]
        self.communes = tuple(Near(province=province, commune=commune) for province, commune, *_ in rows)
        self._points = np.array([[lat, lon] for _, _, lat, lon in rows], dtype=np.float64)
        self._by_digest = {one.digest: one for one in self.communes}

    def around(self, lat: float, lon: float, count: int) -> tuple[Near, ...]:
        """The communes whose centres are nearest, nearest first; none where it is no place in Vietnam."""
        aside = (self._points[:, 1] - lon) * np.cos(np.radians(lat))
        km = np.hypot(self._points[:, 0] - lat, aside) * _KM
        nearest = np.argsort(km)[:count]
        return tuple(
            self.communes[at].model_copy(update={"km": round(float(km[at]), 1)})
            for at in nearest
            if km[at] <= FARTHEST
        )

    def named(self, digest: str) -> Near | None:
        """The commune with this digest; None where there is none any more."""
        return self._by_digest.get(digest)


@cache
def shipped() -> Centres:
    """The shipped ones, read once."""
    return Centres(json.loads(SHIPPED.read_bytes()))
