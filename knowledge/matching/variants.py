"""Special cases among official names: each is lowered until the question tells what makes it special."""

import re
from collections.abc import Collection, Iterable, Sequence
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


class Priors:
    """How readily each procedure is meant, before and after the circumstances are known."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        names = [(entry.short_name or entry.name).lower() for entry in entries]
        said = np.array([entry.code in sayings() for entry in entries])
        self._plain = np.array([_plain(entry) for entry in entries], np.float32)
        provinces = [entry.province if entry.scope is Scope.PROVINCIAL else "" for entry in entries]
        self._away = np.array([_OTHER_PROVINCE if name else 1.0 for name in provinces], np.float32)
        self._own = {
            name: np.array([at for at, of in enumerate(provinces) if of == name])
            for name in set(provinces) - {""}
        }
        self._variants = [
            (told, np.where(said, np.sqrt(lowered), lowered))
            for pattern, told, lowers in _variants()
            for lowered in (_lowered(names, pattern, lowers),)
        ]

    def given(self, told: Iterable[str], provinces: Collection[str]) -> Scores:
        """A factor for every procedure under the told circumstances, for a citizen of some provinces."""
        known = frozenset(told)
        factors = self._plain.copy()
        for allows, lowered in self._variants:
            if not allows & known:
                factors *= lowered
        factors *= self._away
        for name in provinces:
            if name in self._own:
                factors[self._own[name]] *= _OWN_PROVINCE / _OTHER_PROVINCE
        return factors


def _plain(entry: Entry) -> float:
    nearest = max((_BY_LEVEL[level] for level in entry.levels), default=0.9)
    return nearest * (_GUIDED if entry.says else 1.0)


def _lowered(names: Sequence[str], pattern: str, lowers: float) -> Scores:
    special = re.compile(pattern)
    return np.array([lowers if special.search(name) else 1.0 for name in names], np.float32)


def _variants() -> list[tuple[str, frozenset[str], float]]:
    read = read_mapping(Path(__file__).with_name("variants.yaml")).values()
    return [
        (str(row["name"]), frozenset(strings(row["told"])), float(row["lowers"]))
        for row in read
        if isinstance(row, dict)
    ]
