"""Places as people and publishers name them, under today's 34 provinces."""

from knowledge.matching.match import Place
from knowledge.text import provinces as text
from knowledge.text.words import clauses, word


def provinces() -> tuple[str, ...]:
    """The 34 names since 1 July 2025, in alphabetical order."""
    return text.provinces()


def recognise(line: str) -> Place | None:
    """The first province that a person's line names, or nothing."""
    trusted = not line.isascii()
    read = (tuple(word(token, trusted=trusted) for token in tokens) for tokens in clauses(line))
    named = [name for clause in read for name in text.named(clause)]
    return Place(province=named[0]) if named else None


def province(name: str) -> str:
    """Today's name of a province from any of its names or an office: ``UBND tỉnh Bắc Giang`` is Bắc Ninh.

    Empty where no province is named.
    """
    read = tuple(word(token) for tokens in clauses(name) for token in tokens)
    return next(iter(text.named_anyhow(read)), "")
