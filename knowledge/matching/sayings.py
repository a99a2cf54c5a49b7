"""How citizens ask for procedures that have no guide yet, and which lexicon terms name one outright."""

from functools import cache
from pathlib import Path

from knowledge.text.data import read_mapping, strings, table
from knowledge.text.patterns import samples


@cache
def sayings() -> dict[str, tuple[str, ...]]:
    """Phrases by procedure code."""
    return {
        code: tuple(_phrases(row))
        for code, row in read_mapping(Path(__file__).with_name("sayings.yaml")).items()
        if isinstance(row, dict)
    }


def _phrases(row: dict[str, object]) -> list[str]:
    synonyms = table("synonyms")
    said = list(strings(row.get("says")))
    for term in strings(row.get("terms")):
        said += [term, *samples(synonyms[term])]
    return said
