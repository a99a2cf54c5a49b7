"""From citizens' words to official ones, and away with filler: the last step before words are compared."""

from dataclasses import dataclass
from functools import cache

from knowledge.text.data import strings, table
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause, Word, words


@dataclass(frozen=True, slots=True)
class Term:
    """What a found phrase stands for: official words, or none for filler."""

    official: Clause


@dataclass(frozen=True, slots=True)
class Content:
    """What is left of a text to compare: as it was said, and under official words. ``None`` marks a gap."""

    said: tuple[Word | None, ...]
    official: tuple[Word | None, ...]
    terms: tuple[str, ...] = ()


def content(clause: Clause) -> Content:
    """Drop filler and put official words for citizens' ones; the longest phrase wins at each place."""
    said: list[Word | None] = []
    official: list[Word | None] = []
    terms: list[str] = []
    at = 0
    while at < len(clause):
        found = _phrases().at(clause, at)
        end = found.end if found else at + 1
        kept = clause[at:end] if not found or found.value.official else ()
        if not found and is_filler(clause[at]):
            kept = ()
        said += kept or (None,)
        official += found.value.official if found and found.value.official else (kept or (None,))
        if found and found.value.official:
            terms.append(" ".join(word.bare for word in clause[at:end]))
        at = end
    return Content(tuple(said), tuple(official), tuple(terms))


def official(clause: Clause) -> Content:
    """The content of an official name: its words are official already, only filler goes."""
    kept = tuple(None if is_filler(word) else word for word in clause)
    return Content(kept, kept)


def is_filler(word: Word) -> bool:
    """Whether a lone word says nothing; where marks are unknown only if no official word looks like it."""
    marked = _filler_words().get(word.bare)
    if marked is None:
        return False
    if word.marked and not (word.marked.isascii() and word.marked == word.bare):
        return word.marked in marked
    return word.bare not in _OFTEN_CONTENT


# Filler whose bare letters are also those of words that official names are made of (hội, bán, chủ, chứng, thẻ, vay …).
_OFTEN_CONTENT = frozenset(
    """
    anh ba bac ban bat bo boi bon ca cai can cha chi chu chung co con cu cung dang dau day dem do doi du dua dung
    gan ha hai hang he ho hoi hon hong hu khoang len lo luc ma mai mang may minh mo moi nhan nghe nha nho nhu ong
    sap so ta tan tao thang thanh that thay the thiet thoi thua thu tinh toan tu tuc van vay vi y
    """.split()
)


@cache
def filler_words() -> frozenset[str]:
    """Every filler word, without marks."""
    return frozenset(_filler_words())


@cache
def _filler_words() -> dict[str, frozenset[str]]:
    marked: dict[str, set[str]] = {}
    for item in strings(table("filler")["words"]):
        for found in words(item):
            marked.setdefault(found.bare, set()).add(found.marked)
    return {bare: frozenset(found) for bare, found in marked.items()}


@cache
def _phrases() -> PhraseTable[Term]:
    filler = [(phrase, Term(())) for phrase in strings(table("filler")["phrases"])]
    said = [
        (phrase, Term(words(official)))
        for official, phrases in table("synonyms").items()
        for phrase in strings(phrases)
    ]
    return PhraseTable(filler + said)


def lexicon_texts() -> list[Clause]:
    """Every official term and citizens' phrase, for the vocabulary."""
    synonyms = table("synonyms")
    terms = [words(text) for official, said in synonyms.items() for text in (official, *strings(said))]
    return terms + [words(phrase) for phrase in strings(table("filler")["phrases"])]
