"""Reads what a person typed: short forms, keystrokes, stuck and misspelt words become plain words."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.contractions import Contractions
from knowledge.text.dialect import to_common
from knowledge.text.filler import filler_words
from knowledge.text.keystrokes import decode
from knowledge.text.marking import Marks
from knowledge.text.numbers import with_ages
from knowledge.text.shorthand import expand
from knowledge.text.spelling import Speller
from knowledge.text.sticking import Splitter
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import Clause, Word, clauses, word


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was understood, clause by clause."""

    clauses: tuple[Clause, ...]

    @property
    def words(self) -> Clause:
        """All its words in order."""
        return tuple(word for clause in self.clauses for word in clause)


class Reader:
    """Turns typed text into words, with the vocabulary of the knowledge base as its yardstick."""

    def __init__(self, vocabulary: Vocabulary, marks: Marks) -> None:
        self._marks = marks
        self._splitter = Splitter(vocabulary)
        self._contractions = Contractions(vocabulary)
        self._speller = Speller(vocabulary, filler_words())
        self._known = vocabulary.words

    def read(self, text: str) -> Reading:
        """The words that were meant. A word without marks is trusted to have none where others bear some."""
        typed = clauses(text)
        trusted = any(not token.isascii() for clause in typed for token in clause)
        return Reading(tuple(self._words(self._plain(clause), trusted=trusted) for clause in typed))

    def _plain(self, tokens: Sequence[str]) -> list[str]:
        expanded = expand([self._keystrokes(token) for token in tokens])
        pieces = [piece for token in expanded for piece in (self._splitter.split(token) or (token,))]
        before = ["", *pieces[:-1]]
        return [new for token, last in zip(pieces, before, strict=True) for new in self._pair(token, last)]

    def _pair(self, token: str, before: str) -> tuple[str, ...]:
        return self._contractions.written_out(token, before) or (token,)

    def _keystrokes(self, token: str) -> str:
        if token in self._known:
            return token
        return decode(token) or token

    def _words(self, tokens: list[str], *, trusted: bool) -> Clause:
        mended = self._speller.mend(tokens)
        typed = (_typed(old, new, trusted=trusted) for old, new in zip(tokens, mended, strict=True))
        return with_ages(to_common(self._marks.restored(tuple(typed))))


def _typed(old: str, new: str, *, trusted: bool) -> Word:
    """A mended word is known by its sound only; a short form written out bears its marks."""
    return word(new, trusted=new == old and (trusted or not new.isascii()))
