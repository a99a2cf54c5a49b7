"""Hard-ish rules: where told circumstances leave no choice between siblings, the right one takes the lead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from knowledge.matching.index import Scores
from knowledge.text.data import strings

# The one that was meant stands just above the one it replaces, which steps back but stays in sight.
_ABOVE = 1.02
_BACK = 0.65


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """``means`` is meant in place of any of ``instead_of`` when the circumstances fit."""

    means: str
    instead_of: tuple[str, ...]
    when: frozenset[str]
    unless: frozenset[str]

    def holds(self, told: frozenset[str]) -> bool:
        """Whether the told circumstances fit."""
        return self.when <= told and not self.unless & told


def apply(scores: Scores, places: Mapping[str, int], told: frozenset[str]) -> list[Rule]:
    """Reorder the scores in place and give the rules that changed them."""
    return [rule for rule in _holding(told) if _replace(scores, places, rule)]


@lru_cache(maxsize=256)
def _holding(told: frozenset[str]) -> Sequence[Rule]:
    return tuple(rule for rule in rules() if rule.holds(told))


def _replace(scores: Scores, places: Mapping[str, int], rule: Rule) -> bool:
    meant = places.get(rule.means)
    if meant is None:
        return False
    rivals = [
        places[code] for code in rule.instead_of if code in places and scores[places[code]] > scores[meant]
    ]
    for rival in rivals:
        scores[meant] = max(scores[meant], scores[rival] * _ABOVE)
        scores[rival] *= _BACK
    return bool(rivals)


@cache
def rules() -> Sequence[Rule]:
    """The rules of ``rules.yaml`` in their order."""
    rows = yaml.load(Path(__file__).with_name("rules.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        Rule(
            means=row["means"],
            instead_of=strings(row["instead_of"]),
            when=frozenset(strings(row.get("when"))),
            unless=frozenset(strings(row.get("unless"))),
        )
        for row in rows
    )
