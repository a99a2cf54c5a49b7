"""The 34 provinces since 1 July 2025 inside running words: by today's name, a former one or a short one."""

from functools import cache

from knowledge.text.data import strings, table
from knowledge.text.phrases import Found, PhraseTable
from knowledge.text.words import Clause
from motcua.text import unmarked

# Words after which a place stands. Names that are everyday words without marks (hue, vinh) need one of them.
_BEFORE = frozenset(
    {
        "o",
        "tai",
        "tinh",
        "tp",
        "pho",
        "ra",
        "vao",
        "len",
        "ve",
        "tu",
        "que",
        "thuoc",
        "ubnd",
        "dan",
        "qua",
        "toi",
        "den",
    }
)
_NEEDS_BEFORE = frozenset(
    {"hue", "vinh", "hn", "sg", "ha nam", "son la", "hoa binh", "ha long", "tan an", "thai binh", "thu duc"}
)


def provinces() -> tuple[str, ...]:
    """The 34 names, in alphabetical order."""
    return tuple(table("provinces"))


def named(clause: Clause) -> tuple[str, ...]:
    """Today's names of the provinces that a clause names, in its order."""
    return tuple(found.value for found in _find(clause))


def named_anyhow(clause: Clause) -> tuple[str, ...]:
    """The same in an official text, where a name is always a name."""
    return tuple(found.value for found in _names().find(clause))


def without(clause: Clause) -> Clause:
    """The clause with the names of provinces left out."""
    stands = {at for found in _find(clause) for at in range(found.start, found.end)}
    return tuple(word for at, word in enumerate(clause) if at not in stands)


def _find(clause: Clause) -> list[Found[str]]:
    return [found for found in _names().find(clause) if _is_place(clause, found)]


def _is_place(clause: Clause, found: Found[str]) -> bool:
    said = clause[found.start : found.end]
    if len(said) == len(clause) or " ".join(word.bare for word in said) not in _NEEDS_BEFORE:
        return True
    if len(said) > 1 and any(word.marked not in ("", word.bare) for word in said):
        return True
    return found.start > 0 and clause[found.start - 1].bare in _BEFORE


@cache
def _names() -> PhraseTable[str]:
    names: list[tuple[str, str]] = []
    for today, other in table("provinces").items():
        if isinstance(other, dict):
            every = [name.lower() for name in (today, *strings(other["former"]), *strings(other["short"]))]
            names += [(name, today) for name in (*every, *(unmarked(name) for name in every))]
    return PhraseTable(names)
