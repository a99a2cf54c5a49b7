"""Facts of a person's case told in passing: lost or expired, whose age, a foreigner, a death. They decide siblings."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from knowledge.text.data import strings, table
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause, Word
from motcua.text import unmarked

_KIN = frozenset(
    """ong ba cha me bo chong vo con chau anh chi em bac co chu cau di mo thim noi ngoai cu nguoi than nguoi_than
    nguoi_nha thuong_binh liet_si""".split()
)
_PAPERS = frozenset(
    """so giay the bang cuoc ho_chieu chieu bien vet chung_minh minh to_khai van_bang chung_chi ban_chinh ban_goc goc
    vi bop dau mat_khau sim dien_thoai cavet""".split()
)
_PLAIN_ENOUGH = frozenset({"doi", "rach", "sai", "nham", "xoa", "huy", "tiem", "tau", "thuyen", "truong"})
_BETWEEN_KIN_AND_DEATH = 5
_DIED = frozenset({"chet", "qua_doi", "tu_tran"})
_AGE = re.compile(r"^\d{1,3}$")


def circumstances(clauses: Sequence[Clause]) -> frozenset[str]:
    """All tags that hold for a question, read clause by clause."""
    return frozenset(tag for clause in clauses for tag in _tags(clause))


def ages(clauses: Sequence[Clause]) -> tuple[int, ...]:
    """The ages in whole years that a question names, in its order; months of age are the age 0."""
    return tuple(age for clause in clauses for age in _ages(clause))


def _tags(clause: Clause) -> Iterator[str]:
    for found in _phrases().find_all(clause):
        yield from found.value
    yield from _abroad(clause)
    yield from _losses(clause)
    for age in _ages(clause):
        yield "age_under_14" if age < 14 else "age_14"
        if age < 6:
            yield "age_under_6"


def _ages(clause: Clause) -> Iterator[int]:
    for number, unit in zip(clause, clause[1:], strict=False):
        if not _AGE.match(number.bare):
            continue
        if unit.bare == "tuoi":
            yield int(number.bare)
        elif unit.bare == "thang" and _follows(clause, unit, "tuoi"):
            yield 0


def _follows(clause: Clause, word: Word, bare: str) -> bool:
    at = clause.index(word) + 1
    return at < len(clause) and clause[at].bare == bare


def _abroad(clause: Clause) -> Iterator[str]:
    """A country makes its people foreigners and its places abroad."""
    people, places = _around_countries()
    for found in _countries().find(clause):
        before = {word.bare for word in clause[max(0, found.start - 2) : found.start]}
        if before & people:
            yield "foreign"
        if before & places:
            yield "abroad"
        yield "country"


def _losses(clause: Clause) -> Iterator[str]:
    """``mất`` is death of a person and loss of a paper; ``cháy, rơi, rớt`` only ever loss."""
    for at, word in enumerate(clause):
        if word.bare in {"chet", "tran"} or (word.bare == "doi" and at and clause[at - 1].bare == "qua"):
            yield "dead"
        elif word.bare in {"chay", "roi", "lac"} and word.marked in {"chays", "chay", "rơi", "lacj", "chayf", "chayr"}:
            yield "lost"
        elif word.bare == "mat" and word.marked in {"", "mat", "mâts"}:
            yield "dead" if _is_of_a_person(clause, at) else "lost"


def _is_of_a_person(clause: Clause, at: int) -> bool:
    before = clause[max(0, at - _BETWEEN_KIN_AND_DEATH) : at]
    after = clause[at + 1 : at + 3]
    if any(word.bare in _PAPERS for word in (*before, *after)):
        return False
    return any(word.bare in _KIN for word in before)


@cache
def _phrases() -> PhraseTable[frozenset[str]]:
    tags: dict[str, set[str]] = {}
    for tag, phrases in table("circumstances").items():
        for phrase in strings(phrases):
            tags.setdefault(phrase, set()).add(tag)
    return PhraseTable(((phrase, frozenset(found)) for phrase, found in tags.items()), _PLAIN_ENOUGH)


@cache
def _countries() -> PhraseTable[str]:
    return PhraseTable((name, name) for name in strings(table("countries")["names"]))


@cache
def _around_countries() -> tuple[frozenset[str], frozenset[str]]:
    countries = table("countries")
    people = frozenset(unmarked(name).split()[-1] for name in strings(countries["people"]))
    places = frozenset(unmarked(name).split()[-1] for name in strings(countries["places"]))
    return people, places
