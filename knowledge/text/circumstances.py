"""Facts of a person's case told in passing: lost or expired, an age, a foreigner, a death."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from knowledge.text.data import strings, table
from knowledge.text.dialect import common_words
from knowledge.text.losses import losses
from knowledge.text.patterns import phrases
from knowledge.text.phrases import Found, PhraseTable
from knowledge.text.syllable import key
from knowledge.text.words import Clause
from motcua.text import unmarked

# Words of one syllable that tell the same without their marks.
_PLAIN_ENOUGH = frozenset({"doi", "rach", "sai", "nham", "xoa", "huy", "tiem", "tau", "thuyen", "truong"})
_AGE = re.compile(r"\d{1,3}")
_FROM = key("từ")
_BORDER = frozenset({("thong", "hanh"), ("bien", "gioi")})


def circumstances(clauses: Sequence[Clause]) -> frozenset[str]:
    """All tags that hold for a question, read clause by clause."""
    return frozenset(tag for clause in clauses for tag in _tags(clause))


def ages(clauses: Sequence[Clause]) -> tuple[int, ...]:
    """The ages in whole years that a question names, in its order; months of age are the age 0."""
    return tuple(age for clause in clauses for age in _ages(clause))


def _tags(clause: Clause) -> Iterator[str]:
    for found in _phrases().find_all(clause):
        yield from found.value
    yield from _of_countries(clause)
    yield from losses(clause)
    for age in _ages(clause):
        yield "age_under_14" if age < 14 else "age_14"


def _ages(clause: Clause) -> Iterator[int]:
    for at, (number, unit) in enumerate(pairwise(clause)):
        if _AGE.fullmatch(number.bare) and unit.bare == "tuoi":
            yield int(number.bare)
        elif _AGE.fullmatch(number.bare) and unit.bare == "thang" and _is_age(clause, at + 2):
            yield 0


def _is_age(clause: Clause, at: int) -> bool:
    return at < len(clause) and clause[at].bare == "tuoi"


def without_countries(clause: Clause) -> Clause:
    """The clause without the names of countries that were taken for a nationality or a place abroad.

    Of a pass for the border the country is what matters: there it stays.
    """
    if any(pair in _BORDER for pair in pairwise(word.bare for word in clause)):
        return clause
    stands = {at for found in _nations(clause) if found.start for at in range(found.start, found.end)}
    return tuple(word for at, word in enumerate(clause) if at not in stands)


def _of_countries(clause: Clause) -> Iterator[str]:
    """A country makes its people foreigners and its places abroad."""
    for found in _nations(clause):
        before = clause[found.start - 1].bare if found.start else ""
        if before in _around_countries("people"):
            yield from ("foreign", "country")
        if before in _around_countries("places"):
            yield from ("abroad", "country")


def _nations(clause: Clause) -> Iterator[Found[str]]:
    """Countries by name; but *tư pháp* is justice, and only *từ Pháp* is from France."""
    for found in _countries().find(clause):
        before = clause[found.start - 1] if found.start else None
        if before is None or before.bare != "tu" or before.marked == _FROM:
            yield found


@cache
def _phrases() -> PhraseTable[frozenset[str]]:
    tags: dict[str, set[str]] = {}
    for tag, patterns in table("circumstances").items():
        for phrase in phrases(patterns):
            tags.setdefault(phrase, set()).add(tag)
    return PhraseTable(
        ((phrase, frozenset(found)) for phrase, found in tags.items()), _PLAIN_ENOUGH, read=common_words
    )


@cache
def _countries() -> PhraseTable[str]:
    return PhraseTable((name, name) for name in strings(table("countries")["names"]))


@cache
def _around_countries(kind: str) -> frozenset[str]:
    return frozenset(unmarked(phrase).split()[-1] for phrase in strings(table("countries")[kind]))
