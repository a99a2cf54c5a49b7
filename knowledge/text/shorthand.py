"""Teencode and desk abbreviations, read by their neighbours: ``đk`` is *đăng ký*, *điều kiện* or *được*."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.text.data import strings, table
from motcua.text import unmarked

_WINDOW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One reading of a short form and the neighbours (without marks) that it needs or cannot bear."""

    words: tuple[str, ...]
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    last: bool = False

    def fits(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the tokens around a place allow this reading."""
        around = {
            unmarked(token)
            for token in (*tokens[max(0, at - _WINDOW) : at], *tokens[at + 1 : at + 1 + _WINDOW])
        }
        follower = unmarked(tokens[at + 1]) if at + 1 < len(tokens) else ""
        return (
            not (self.near and not self.near & around)
            and not self.unless & around
            and not (self.before and follower not in self.before)
            and not (self.last and follower)
        )


def expand(tokens: Sequence[str]) -> list[str]:
    """The tokens with every short form written out; a form that fits nowhere stays as it is."""
    written: list[str] = []
    for at, token in enumerate(tokens):
        written += read(tokens, at) or (token,)
    return written


def read(tokens: Sequence[str], at: int) -> tuple[str, ...]:
    """What the short form at one place stands for, or nothing."""
    meanings = short_forms().get(tokens[at], ())
    return next((meaning.words for meaning in meanings if meaning.fits(tokens, at)), ())


@cache
def short_forms() -> dict[str, tuple[Meaning, ...]]:
    """Every short form of ``shorthand.yaml``."""
    return {form: tuple(_meanings(value)) for form, value in table("shorthand").items()}


def _meanings(value: object) -> list[Meaning]:
    return [_meaning(line) for line in value] if isinstance(value, list) else [_meaning({"means": value})]


def _meaning(line: dict[str, object]) -> Meaning:
    return Meaning(
        words=tuple(str(line["means"]).split()),
        near=frozenset(strings(line.get("near"))),
        unless=frozenset(strings(line.get("unless"))),
        before=frozenset(strings(line.get("before"))),
        last=bool(line.get("last")),
    )
