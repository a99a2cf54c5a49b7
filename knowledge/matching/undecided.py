"""Acts that people call by one name: which one is meant hangs on what was not said yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.text.data import strings


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Acts ``among`` which one has to be asked about: when all of ``when`` is told and none of ``unless``."""

    among: frozenset[str]
    when: frozenset[str]
    unless: frozenset[str]


def is_undecided(leader: str, told: frozenset[str]) -> bool:
    """Whether the best candidate is one of several that nothing told decides between."""
    return any(leader in one.among and one.when <= told and not one.unless & told for one in _all())


@cache
def _all() -> Sequence[Undecided]:
    rows = yaml.load(Path(__file__).with_name("undecided.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        Undecided(
            among=frozenset(strings(row["among"])),
            when=frozenset(strings(row.get("when"))),
            unless=frozenset(strings(row.get("unless"))),
        )
        for row in rows
    )
