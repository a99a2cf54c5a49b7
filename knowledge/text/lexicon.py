"""From citizens' words to official ones, and away with filler: the last step before words are compared."""

from dataclasses import dataclass
from functools import cache

from knowledge.text.data import strings, table
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause, Word, words

_ASKING = frozenset(
    {"gì", "đâu", "nào", "bao", "mấy", "nhiêu", "sao", "chi", "mô", "răng", "ntn", "gặp", "hỏi"}
)
# An official term weighs as much as this many plain words, however long it is.
_TERM_WORDS = 2.0


@dataclass(frozen=True, slots=True)
class Term:
    """What a found phrase stands for: official words, or none for filler."""

    official: Clause


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing said: a word that stays as it is, or a phrase with the official term put for it."""

    said: Clause
    official: Clause

    @property
    def is_term(self) -> bool:
        """Whether official words were put for what was said."""
        return self.said is not self.official

    @property
    def load(self) -> float:
        """The weight of each of its official words: a long term is one thing said, not ten."""
        return min(1.0, (_TERM_WORDS / len(self.official)) ** 0.5) if self.is_term else 1.0


Content = tuple[Unit | None, ...]
"""What is left of a text to compare; ``None`` marks the gap where filler stood."""


def content(clause: Clause) -> Content:
    """Drop filler and put official words for citizens' ones; the longest phrase wins at each place."""
    units: list[Unit | None] = []
    at = 0
    while at < len(clause):
        found = _phrases().at(clause, at)
        end = found.end if found else at + 1
        units.append(_unit(clause[at:end], found.value.official if found else None))
        at = end
    return tuple(units)


def _unit(said: Clause, official: Clause | None) -> Unit | None:
    if official is None:
        return None if is_filler(said[0]) else Unit(said, said)
    return Unit(said, official) if official else None


def official(clause: Clause) -> Content:
    """The content of an official name: its words are official already, only filler goes."""
    return tuple(_unit((word,), None) for word in clause)


def is_filler(word: Word) -> bool:
    """Whether a lone word says nothing; where marks are unknown only if no official word looks like it."""
    marked = _filler_words().get(word.bare)
    if marked is None:
        return False
    if word.marked and not (word.marked.isascii() and word.marked == word.bare):
        return word.marked in marked
    return word.bare not in _lookalikes()


@cache
def filler_words() -> frozenset[str]:
    """Every filler word, without marks."""
    return frozenset(_filler_words())


@cache
def _lookalikes() -> frozenset[str]:
    return frozenset(strings(table("filler")["lookalikes"]))


@cache
def _filler_words() -> dict[str, frozenset[str]]:
    marked: dict[str, set[str]] = {}
    for item in strings(table("filler")["words"]):
        for found in words(item):
            marked.setdefault(found.bare, set()).add(found.marked)
    return {bare: frozenset(found) for bare, found in marked.items()}


@cache
def _phrases() -> PhraseTable[Term]:
    filler = [(phrase, Term(())) for phrase in (*strings(table("filler")["phrases"]), *_questions())]
    said = [
        (phrase, Term(words(official)))
        for official, phrases in table("synonyms").items()
        for phrase in strings(phrases)
    ]
    return PhraseTable(filler + said)


def _questions() -> list[str]:
    """Phrases that only ask (``cần giấy tờ gì``, ``ở đâu``): they say nothing of the errand itself."""
    asked = (phrase for phrases in table("aspects").values() for phrase in strings(phrases))
    return [phrase for phrase in asked if _ASKING & set(phrase.split())]


def lexicon_texts() -> list[Clause]:
    """Every official term, citizens' phrase, filler and loanword, for the vocabulary."""
    synonyms = table("synonyms")
    terms = [words(text) for official, said in synonyms.items() for text in (official, *strings(said))]
    others = (*strings(table("filler")["phrases"]), *strings(table("loanwords")["words"]))
    return terms + [words(phrase) for phrase in others]
