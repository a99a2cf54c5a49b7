"""Every province, district and commune from before 1 July 2025 and every commune of today, found by name.

The file is built by ``benchmarks/communes`` (docs/adr/0010) and read at the first question.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from motcua.text import unmarked

SHIPPED = Path(__file__).parent / "data" / "communes.json"

_KINDS = re.compile(r"(?:Thành phố|Thị xã|Thị trấn|Đặc khu|Phường|Huyện|Quận|Xã) ")
_KIND_UNMARKED = re.compile(r"^(?:phuong|xa|thitran|huyen|quan|thixa|thanhpho)")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
_WORD = re.compile(r"[a-z0-9]+")


class Tier(StrEnum):
    """What kind of place a name is of. Districts ended on 1 July 2025."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One place under one name. ``current`` means the name is in use today; else it is a former one.

    ``province`` and ``district`` are where it lay when it had that name; ``today`` and ``communes`` say where
    it is now. A former province has no communes here: it is all of a province of today, or a part of it.
    """

    tier: Tier
    name: str
    province: str
    district: str = ""
    today: str
    communes: tuple[str, ...] = ()
    current: bool = False

    @property
    def bare(self) -> str:
        """Its name without the kind; a numbered one is only its number."""
        return _KINDS.sub("", self.name, count=1)

    @property
    def spelt(self) -> str:
        """Its name as names are found by."""
        return spelling([self.bare])


def kind(name: str) -> str:
    """The kind that a name begins with, in small letters ("huyện"); a province's begins with none."""
    found = _KINDS.match(name)
    return found[0].strip().lower() if found else ""


def spelling(words: Iterable[str]) -> str:
    """The letters of a name that do not depend on marks, spaces, i or y, and ways of writing a number."""
    plain = [word for text in words for word in _WORD.findall(unmarked(text.lower()))]
    numbered = [*plain[:-1], _ROMAN.get(plain[-1], plain[-1].lstrip("0"))] if plain else []
    return "".join(numbered).replace("y", "i")


_Spelt = tuple[str, Unit]
"""A unit behind the spelling it is found by."""


class Gazetteer:
    """All units by the spelling of their names."""

    def __init__(self, units: Iterable[_Spelt]) -> None:
        """Each unit comes with the spelling it is found by."""
        self._found: defaultdict[str, list[Unit]] = defaultdict(list)
        for spelt, unit in units:
            self._found[spelt].append(unit)
        self.provinces = {unit.name: unit for unit in self if unit.tier is Tier.PROVINCE}
        """Provinces from before the reform by name."""
        self._names = {
            tier: [spelt for spelt, some in self._found.items() if any(one.tier is tier for one in some)]
            for tier in Tier
        }

    def __iter__(self) -> Iterator[Unit]:
        """Every unit, once for each name it is found by."""
        return (unit for some in self._found.values() for unit in some)

    @classmethod
    def load(cls, path: Path = SHIPPED) -> "Gazetteer":
        """Read the file."""
        return cls(_units(json.loads(path.read_bytes())))

    def named(self, spelt: str) -> Sequence[Unit]:
        """The units whose name has this spelling."""
        return self._found.get(spelt, ())

    def near(self, spelt: str, tier: Tier) -> list[tuple[int, Unit]]:
        """Units of a tier whose names are one slip away, or two where the name is long; with the slips."""
        if len(spelt) < 4 or not spelt.isalpha():
            return []
        slips = 1 if len(spelt) < 9 else 2
        close = process.extract(spelt, self._names[tier], scorer=OSA.distance, score_cutoff=slips, limit=8)
        return [
            (int(distance), unit)
            for name, distance, _ in close
            for unit in self._found[name]
            if unit.tier is tier
        ]


@cache
def shipped() -> Gazetteer:
    """The shipped one, read once."""
    return Gazetteer.load()


def _units(written: Mapping[str, Any]) -> Iterator[_Spelt]:
    for province, communes in written["today"].items():
        yield from (_spelt(_commune_of_today(province, name)) for name in communes)
    for province, held in written["former"].items():
        yield _spelt(_province(province, held["today"]))
        for district, inside in held["districts"].items():
            yield from _former(province, held["today"], district, inside)


def _commune_of_today(province: str, name: str) -> Unit:
    return Unit(
        tier=Tier.COMMUNE, name=name, province=province, today=province, communes=(name,), current=True
    )


def _province(name: str, today: str) -> Unit:
    return Unit(tier=Tier.PROVINCE, name=name, province=name, today=today, current=name == today)


def _former(province: str, today: str, district: str, inside: Mapping[str, Any]) -> Iterator[_Spelt]:
    """A district with its communes, and what had merged into them still earlier under its own name."""
    became = {name: tuple(communes) for name, communes in inside["communes"].items()}
    whole = Unit(
        tier=Tier.DISTRICT,
        name=district,
        province=province,
        today=today,
        communes=_by_weight(became.values()),
    )
    units = {
        name: replace(whole, tier=Tier.COMMUNE, name=name, district=district, communes=communes)
        for name, communes in became.items()
        if name
    }
    yield from map(_spelt, (whole, *units.values()))
    for earlier, name in inside.get("earlier", {}).items():
        yield _KIND_UNMARKED.sub("", earlier).replace("y", "i"), units.get(name, whole)


def _by_weight(communes: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The communes that most of a district went to first."""
    return tuple(name for name, _ in Counter(name for some in communes for name in some).most_common())


def _spelt(unit: Unit) -> _Spelt:
    return unit.spelt, unit
