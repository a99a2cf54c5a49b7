"""What no office answers: bank cards, the weather, football. It competes with the procedures for a line."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from knowledge.matching.match import Entry
from knowledge.text.data import read_mapping, strings

ELSEWHERE = "elsewhere:"
"""Topics of another world stand among the procedures under codes that begin so."""


def elsewhere() -> Iterator[Entry]:
    """The topics of ``elsewhere.yaml`` as entries to be compared like procedures."""
    return (Entry(code=ELSEWHERE + topic, name="", says=says) for topic, says in _topics().items())


def is_elsewhere(entry: Entry) -> bool:
    """Whether an entry is such a topic."""
    return entry.code.startswith(ELSEWHERE)


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    rows = read_mapping(Path(__file__).with_name("elsewhere.yaml"))
    return {topic: strings(says) for topic, says in rows.items()}
