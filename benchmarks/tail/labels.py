"""The labels: what each component of one hundred procedures really is, and their true times and fees."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LABELS = Path(__file__).parents[2] / "tests" / "knowledge" / "tail" / "labels.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One procedure as a person read it.

    ``due`` counts the papers to list by component, ``shown`` names the components that are only shown, and
    ``parts`` those that belong to another paper. ``cases`` is how many real cases there are. ``times`` are
    the durations that may be told; ``fees`` the amounts in đồng, or ``words``.
    """

    code: str
    half: str
    due: Mapping[str, int]
    shown: frozenset[str]
    parts: frozenset[str]
    cases: int
    times: frozenset[str]
    fees: frozenset[str]


def load(path: Path = LABELS) -> list[Labelled]:
    """All labelled procedures, in the order they were drawn."""
    return [_labelled(row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _labelled(row: Mapping[str, Any]) -> Labelled:
    titles = [group.get("title") for group in row["groups"]]
    labels = [pair for group in row["groups"] for pair in group["components"].items()]
    return Labelled(
        code=row["code"],
        half=row["half"],
        due=_due(labels),
        shown=frozenset(code for code, label in labels if label.startswith("show")),
        parts=frozenset(code for code, label in labels if label == "part"),
        cases=titles.count("case") + sum(label.startswith("case") for _, label in labels),
        times=frozenset(row["times"]),
        fees=frozenset(map(str, row["fees"])),
    )


def _due(labels: list[tuple[str, str]]) -> Counter[str]:
    due: Counter[str] = Counter()
    for code, label in labels:
        kind, _, many = label.partition(" ")
        if many or kind in ("paper", "show"):
            due[code] += int(many or 1)
    return due
