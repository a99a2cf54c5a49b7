"""The 34 provinces since 1 July 2025: recognised in a sentence, by today's name, a former one or a short one."""

from functools import cache
from pathlib import Path

from knowledge.matching.match import Place
from knowledge.text.data import read_mapping, strings
from knowledge.text.phrases import PhraseTable
from knowledge.text.reader import to_common
from knowledge.text.words import Clause, clauses, word
from motcua.text import unmarked

# Words that say a place follows; a name of one word, or one written without marks that could be other words, needs them.
_BEFORE = frozenset("o tai tinh tp pho ra vao len ve tu tren duoi que thuoc ubnd dan qua toi den".split())
# Without marks these are also everyday words (hue, "an giang" in "Van An giang bai" is rare enough to stay out).
_NEEDS_BEFORE = frozenset(
    {"hue", "vinh", "hn", "sg", "ha nam", "son la", "hoa binh", "ha long", "tan an", "thai binh"}
)


def provinces() -> tuple[str, ...]:
    """The 34 names, in alphabetical order."""
    return tuple(read_mapping(_FILE))


def recognise(text: str) -> Place | None:
    """The first province that a sentence names, or nothing."""
    read = [tuple(word(token) for token in tokens) for tokens in clauses(text)]
    named = (found for clause in read for found in find(to_common(clause)))
    first = next(named, None)
    return Place(province=first[2]) if first else None


def province(name: str) -> str:
    """Today's name of a province from any of its names, or from an office: ``UBND tỉnh Bắc Giang`` is Bắc Ninh.

    Empty where no province is named.
    """
    found = _names().find(tuple(word(token) for tokens in clauses(name) for token in tokens))
    return next((place.value for place in found), "")


def find(clause: Clause) -> list[tuple[int, int, str]]:
    """Where provinces stand in a clause: start, end (exclusive) and today's name."""
    return [
        (found.start, found.end, found.value)
        for found in _names().find(clause)
        if _is_place(clause, found.start, found.end)
    ]


def _is_place(clause: Clause, start: int, end: int) -> bool:
    said = clause[start:end]
    sure = any(word.marked not in ("", word.bare) for word in said)
    if start == 0 and end == len(clause):
        return True
    if " ".join(word.bare for word in said) not in _NEEDS_BEFORE or (sure and len(said) > 1):
        return True
    return start > 0 and clause[start - 1].bare in _BEFORE


_FILE = Path(__file__).with_name("places.yaml")


@cache
def _names() -> PhraseTable[str]:
    named: list[tuple[str, str]] = []
    for today, other in read_mapping(_FILE).items():
        if isinstance(other, dict):
            every = (today, *strings(other["former"]), *strings(other["short"]))
            named += [(name.lower(), today) for name in every]
            named += [(unmarked(name.lower()), today) for name in every if " " in name]
    return PhraseTable(named)
