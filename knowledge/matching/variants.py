"""Special cases among official names: each is lowered until the question tells what makes it special."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.facts import Level, Scope
from knowledge.matching.index import Scores
from knowledge.matching.match import Entry
from knowledge.matching.sayings import sayings
from knowledge.text.data import read_mapping, strings

# The commune's desk is nearest; a ministry's is far. What a guide was written for is what people ask for.
_BY_LEVEL = {
    Level.COMMUNE: 1.0,
    Level.PROVINCE: 0.97,
    Level.VERTICAL: 0.93,
    Level.OTHER: 0.93,
    Level.MINISTRY: 0.9,
}
_GUIDED = 1.08
_OTHER_PROVINCE = 0.5
_OWN_PROVINCE = 1.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A kind of special case: names that match the pattern are lowered while nothing of ``told`` is told.

    They are raised when something is. Where we wrote the sayings of a procedure ourselves its name says less,
    so it is lowered half as much, unless the variant is firm.
    """

    pattern: re.Pattern[str]
    told: frozenset[str]
    lowers: float
    raises: float
    firm: bool

    def matches(self, entry: Entry) -> bool:
        """Whether one procedure is such a case."""
        return self.pattern.search((entry.short_name or entry.name).lower()) is not None

    def untold(self, entry: Entry) -> float:
        """The factor for such a case while nothing is told."""
        return self.lowers if self.firm or entry.code not in sayings() else self.lowers**0.5


@dataclass(frozen=True, slots=True)
class _Cases:
    """The procedures of one variant by their places, and their factors while it is told and while not."""

    told: frozenset[str]
    places: NDArray[np.int64]
    lowered: Scores
    raised: np.float32

    @classmethod
    def among(cls, entries: Sequence[Entry], variant: Variant) -> "_Cases":
        found = [(at, variant.untold(entry)) for at, entry in enumerate(entries) if variant.matches(entry)]
        places = np.array([at for at, _ in found], np.int64)
        lowered = np.array([factor for _, factor in found], np.float32)
        return cls(variant.told, places, lowered, np.float32(variant.raises))


class Priors:
    """How readily each procedure is meant, before and after the circumstances are known."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._plain = np.array([_plain(entry) for entry in entries], np.float32)
        self._variants = [_Cases.among(entries, variant) for variant in variants()]
        provinces = [entry.province if entry.scope is Scope.PROVINCIAL else "" for entry in entries]
        self._own = {
            name: np.array([at for at, of in enumerate(provinces) if of == name])
            for name in set(provinces) - {""}
        }

    def given(self, told: frozenset[str], provinces: Collection[str]) -> Scores:
        """A factor for every procedure under the told circumstances, for a citizen of some provinces."""
        factors = self._plain.copy()
        for cases in self._variants:
            factors[cases.places] *= cases.raised if cases.told & told else cases.lowered
        for name in self._own.keys() & set(provinces):
            factors[self._own[name]] *= _OWN_PROVINCE / _OTHER_PROVINCE
        return factors


def _plain(entry: Entry) -> float:
    nearest = max((_BY_LEVEL[level] for level in entry.levels), default=_BY_LEVEL[Level.MINISTRY])
    away = _OTHER_PROVINCE if entry.scope is Scope.PROVINCIAL and entry.province else 1.0
    return nearest * away * (_GUIDED if entry.says else 1.0)


@cache
def variants() -> tuple[Variant, ...]:
    """The variants of ``variants.yaml``."""
    rows = read_mapping(Path(__file__).with_name("variants.yaml")).values()
    return tuple(_variant(row) for row in rows if isinstance(row, dict))


def _variant(row: dict[str, object]) -> Variant:
    return Variant(
        pattern=re.compile(str(row["name"])),
        told=frozenset(strings(row["told"])),
        lowers=float(str(row["lowers"])),
        raises=float(str(row.get("raises", 1.0))),
        firm=bool(row.get("firm")),
    )
