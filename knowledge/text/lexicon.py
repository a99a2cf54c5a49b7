"""From citizens' words to official ones, and away with filler: the last step before words are compared."""

from dataclasses import dataclass
from functools import cache

from knowledge.text.data import strings, table
from knowledge.text.dialect import common_words
from knowledge.text.filler import Ties, filler_phrases, is_filler
from knowledge.text.patterns import phrases, samples
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause, words

_ASKING = frozenset(
    {"gì", "đâu", "nào", "bao", "mấy", "nhiêu", "sao", "chi", "mô", "răng", "ntn", "gặp", "hỏi", "mất", "tốn"}
)
# In it "chi" asks nothing.
_COST = "chi phí"
# Official terms of at most so many words are what people say, too.
_SPOKEN_TERM = 6
# An official term weighs as much as this many plain words, however long it is.
_TERM_WORDS = 2.0


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


def content(clause: Clause, ties: Ties | None = None) -> Content:
    """Drop filler and put official words for citizens' ones; the longest phrase wins at each place."""
    units: list[Unit | None] = []
    at = 0
    while at < len(clause):
        found = _phrases().at(clause, at)
        end = found.end if found else at + 1
        if found:
            units.append(Unit(clause[at:end], found.value) if found.value else None)
        else:
            units.append(_plain(clause, at, ties))
        at = end
    return tuple(units)


def official(clause: Clause) -> Content:
    """The content of an official name: its words are official already, only filler goes."""
    return tuple(_plain(clause, at, None) for at in range(len(clause)))


def _plain(clause: Clause, at: int, ties: Ties | None) -> Unit | None:
    said = clause[at : at + 1]
    return None if is_filler(clause, at, ties) else Unit(said, said)


def term_at(clause: Clause, at: int) -> int:
    """The end of a phrase with official words of its own; the place itself where none begins there."""
    found = _phrases().at(clause, at)
    return found.end if found and found.value else at


@cache
def _phrases() -> PhraseTable[Clause]:
    """What each phrase stands for: official words, or none for filler. An official term stands for itself."""
    filler = [(phrase, ()) for phrase in (*filler_phrases(), *_questions())]
    said = [
        (phrase, words(official))
        for official, spoken in table("synonyms").items()
        for phrase in (*_short(official), *phrases(spoken))
    ]
    return PhraseTable[Clause](
        [*filler, *said], light=frozenset(strings(table("filler")["light"])), read=common_words
    )


def _short(official: str) -> tuple[str, ...]:
    return (official,) if len(official.split()) <= _SPOKEN_TERM else ()


def _questions() -> list[str]:
    """Phrases that only ask (``cần giấy tờ gì``, ``ở đâu``): they say nothing of the errand itself."""
    asked = (phrase for patterns in table("aspects").values() for phrase in phrases(patterns))
    return [phrase for phrase in asked if _ASKING & set(phrase.replace(_COST, "").split())]


def asking_texts() -> list[Clause]:
    """Every way to ask for something, as often as there are ways: how people put marks when they ask."""
    return [words(phrase) for patterns in table("aspects").values() for phrase in phrases(patterns)]


def _loanwords() -> tuple[str, ...]:
    return strings(table("loanwords")["words"])


def lexicon_texts() -> list[Clause]:
    """All that is written in the tables as people say it, for the vocabulary."""
    synonyms = table("synonyms")
    terms = [text for official, said in synonyms.items() for text in (official, *samples(said))]
    listed = [
        text for name in ("aspects", "circumstances") for row in table(name).values() for text in samples(row)
    ]
    return [
        words(text)
        for text in (
            *terms,
            *listed,
            *filler_phrases(),
            *table("dialect"),
            *table("provinces"),
            *_loanwords(),
        )
    ]
