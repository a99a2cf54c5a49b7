"""Special cases among official names: each is lowered until the question tells what makes it special."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

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

    Where we wrote the sayings of a procedure ourselves its name says less, so it is lowered half as much,
    unless the variant is firm.
    """

    pattern: re.Pattern[str]
    told: frozenset[str]
    lowers: float
    firm: bool

    def of(self, entry: Entry) -> float:
        """The factor for one procedure."""
        if not self.pattern.search((entry.short_name or entry.name).lower()):
            return 1.0
        return self.lowers if self.firm or entry.code not in sayings() else self.lowers**0.5


class Priors:
    """How readily each procedure is meant, before and after the circumstances are known."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._plain = np.array([_plain(entry) for entry in entries], np.float32)
        self._variants = [
            (one.told, np.array([one.of(entry) for entry in entries], np.float32)) for one in variants()
        ]
        provinces = [entry.province if entry.scope is Scope.PROVINCIAL else "" for entry in entries]
        self._own = {
            name: np.array([at for at, of in enumerate(provinces) if of == name])
            for name in set(provinces) - {""}
        }

    def given(self, told: frozenset[str], provinces: Collection[str]) -> Scores:
        """A factor for every procedure under the told circumstances, for a citizen of some provinces."""
        factors = self._plain.copy()
        for allows, lowered in self._variants:
            if not allows & told:
                factors *= lowered
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
        firm=bool(row.get("firm")),
    )
