"""Phrases written short: ``(mất|hết) (bao|bao nhiêu) tiền`` stands for four of them."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from knowledge.text.data import strings

_PIECE = re.compile(r"\(([^)]*)\)|([^(]+)")


def phrases(value: object) -> tuple[str, ...]:
    """A YAML list of phrases with every one written out."""
    return tuple(phrase for pattern in strings(value) for phrase in spelt_out(pattern))


def samples(value: object) -> tuple[str, ...]:
    """Of every phrase of a list as many forms as show each of its choices: to count and to learn from."""
    return tuple(phrase for pattern in strings(value) for phrase in _sampled(pattern))


def spelt_out(pattern: str) -> tuple[str, ...]:
    """Every phrase that a pattern stands for; an empty choice (``(rồi|)``) may be left out."""
    return tuple(map(_joined, product(*_pieces(pattern))))


def _sampled(pattern: str) -> Iterator[str]:
    pieces = _pieces(pattern)
    for turn in range(max(map(len, pieces), default=0)):
        yield _joined([choices[turn % len(choices)] for choices in pieces])


def _pieces(pattern: str) -> list[list[str]]:
    return [choices.split("|") if choices else [text] for choices, text in _PIECE.findall(pattern)]


def _joined(chosen: Iterable[str]) -> str:
    return " ".join("".join(chosen).split())
