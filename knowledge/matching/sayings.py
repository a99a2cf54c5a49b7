"""How citizens ask besides what the guides say, and which lexicon terms name a procedure outright."""

from functools import cache
from pathlib import Path

from knowledge.text.data import read_mapping, strings, table
from knowledge.text.patterns import samples

SAID = Path(__file__).with_name("said")
"""The folder of what is said, a file a field; a procedure stands in one of them."""


@cache
def sayings() -> dict[str, tuple[str, ...]]:
    """Phrases by procedure code."""
    return {
        code: tuple(_phrases(row))
        for path in sorted(SAID.glob("*.yaml"))
        for code, row in read_mapping(path).items()
        if isinstance(row, dict)
    }


def _phrases(row: dict[str, object]) -> list[str]:
    synonyms = table("synonyms")
    said = list(strings(row.get("says")))
    for term in strings(row.get("terms")):
        said += [term, *samples(synonyms[term])]
    return said
