"""Special cases among official names: each is lowered until the question tells what makes it special."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Self

import numpy as np

from knowledge.facts import Level, Scope
from knowledge.matching.index import Numbers, Scores
from knowledge.matching.match import Entry
from knowledge.matching.sayings import sayings
from knowledge.pack import Parts
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
# Circumstances come again and again: the factors for so many combinations are kept.
_KEPT = 256


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
class Cases:
    """The procedures that are some variant's special case.

    ``places`` and ``factors`` list them for one variant after the other, with the factor for each while
    nothing is told; ``starts`` tells where each variant begins.
    """

    places: Numbers
    factors: Scores
    starts: Numbers

    @classmethod
    def among(cls, entries: Sequence[Entry]) -> Self:
        """The special cases among some procedures."""
        found = [
            [(at, variant.untold(entry)) for at, entry in enumerate(entries) if variant.matches(entry)]
            for variant in variants()
        ]
        return cls(
            np.array([at for cases in found for at, _ in cases], np.int32),
            np.array([factor for cases in found for _, factor in cases], np.float32),
            np.cumsum([0, *map(len, found)]).astype(np.int32),
        )

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The cases as they were packed."""
        return cls(parts["cases.places"], parts["cases.factors"], parts["cases.starts"])

    def parts(self) -> Parts:
        """What is packed of them."""
        return {"cases.places": self.places, "cases.factors": self.factors, "cases.starts": self.starts}

    def lower(self, factors: Scores) -> None:
        """Lower the cases of every variant in place, as while nothing is told."""
        np.multiply.at(factors, self.places, self.factors)

    def tell(self, factors: Scores, told: frozenset[str]) -> None:
        """Raise, in place, the lowered cases of every variant of which something is told."""
        for variant, start, end in zip(variants(), self.starts, self.starts[1:], strict=False):
            if variant.told & told:
                factors[self.places[start:end]] *= np.float32(variant.raises) / self.factors[start:end]


class Priors:
    """How readily each procedure is meant, before and after the circumstances are known."""

    def __init__(self, entries: Sequence[Entry], cases: Cases) -> None:
        self._untold = np.array([_plain(entry) for entry in entries], np.float32)
        cases.lower(self._untold)
        self._cases = cases
        self._own: defaultdict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(entries):
            if entry.scope is Scope.PROVINCIAL and entry.province:
                self._own[entry.province].append(at)
        self._under = lru_cache(maxsize=_KEPT)(self._told)

    def given(self, told: frozenset[str], provinces: Collection[str]) -> Scores:
        """A factor for every procedure under the told circumstances, for a citizen of some provinces."""
        factors = self._under(told).copy()
        for name in self._own.keys() & set(provinces):
            factors[self._own[name]] *= _OWN_PROVINCE / _OTHER_PROVINCE
        return factors

    def _told(self, told: frozenset[str]) -> Scores:
        factors = self._untold.copy()
        self._cases.tell(factors, told)
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
