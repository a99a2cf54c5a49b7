"""Words of a question or of a name: every one as it was typed and without its marks, clause by clause."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text.syllable import TONES, key
from motcua.text import clean_line, unmarked

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*(?![^\W_])|[^\W_]+|[.,;:!?\n()…]")
_CLAUSE_ENDS = frozenset(".,;:!?\n()…")
_REPEATED = re.compile(r"([^\W\dbcdlnpqrstvx])\1{2,}")
_DRAWN_OUT = re.compile(r"(?<=[aeiouy]|[^\x00-\x7f])([bcdlnpqrstvx])\1{2,}\b")
_I_OR_Y = re.compile(r"^([hklmst]|qu)i([fsxrj]?)$")
_HOOKED = str.maketrans({"ƣ": "ư", "Ƣ": "Ư", "ð": "đ", "Ð": "Đ"})


@dataclass(frozen=True, slots=True)
class Word:
    """One syllable or token. ``marked`` is its key with tone and letter marks, or empty where unknown."""

    bare: str
    marked: str = ""


Clause = tuple[Word, ...]


@lru_cache(maxsize=50_000)
def word(token: str, *, trusted: bool = True) -> Word:
    """A word from a lower-case token; ``trusted`` is false for a text typed wholly without marks."""
    spelt = _with_y(key(token))
    return Word(unmarked(spelt.rstrip(TONES)) if not token.isascii() else spelt, spelt if trusted else "")


def _with_y(letters: str) -> str:
    """One spelling where two are right: ``kí`` and ``ký``, ``lí do`` and ``lý do``, ``qui`` and ``quy``."""
    return _I_OR_Y.sub(r"\1y\2", letters)


def words(text: str) -> tuple[Word, ...]:
    """All words of a well-written text: names, phrases, what stands in the lexicon."""
    return tuple(word(token) for clause in clauses(text) for token in clause)


def clauses(text: str) -> list[list[str]]:
    """Lower-case tokens between marks of punctuation; a letter typed three times or more is one."""
    lowered = clean_line(text.replace("\n", " . ")).translate(_HOOKED).lower()
    single = _DRAWN_OUT.sub(r"\1", _REPEATED.sub(r"\1", lowered))
    return [clause for clause in _split(_TOKEN.findall(single)) if clause]


def _split(tokens: Iterable[str]) -> Iterator[list[str]]:
    clause: list[str] = []
    for token in tokens:
        if token in _CLAUSE_ENDS:
            yield clause
            clause = []
        else:
            clause.append(token)
    yield clause
