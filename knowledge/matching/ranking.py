"""Ranks the procedures for a question: by their official name, by how citizens say them, by their summary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.matching.features import Features, features
from knowledge.matching.index import Index, Scores, Weights, weighed
from knowledge.matching.match import Entry
from knowledge.matching.sayings import sayings
from knowledge.text.lexicon import Content, content, official
from knowledge.text.reader import to_common
from knowledge.text.words import Clause, clauses, word

# A long official name is not punished for its length as much as the plain cosine would.
_NAME_SOFTNESS = 0.85
# What the official wording and the best citizens' phrase weigh together: the better one, and a part of the other.
_SECOND_VOICE = 0.3
_SUMMARY = 0.15
_FIELD = 0.1

_ASIDE = re.compile(
    r"\((?:thực hiện|cấp|theo|địa phương|trừ|nghị định|\d)[^)]*\)|thực hiện tại (?:cấp|công an|cục)[^()]*"
    r"|(?:thực hiện )?bằng dịch vụ công[^()]*|\([\d. ]+\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well each procedure fits, by what was compared."""

    name: Scores
    says: Scores
    summary: Scores
    field: Scores

    @property
    def total(self) -> Scores:
        """One figure a procedure."""
        better, worse = np.maximum(self.name, self.says), np.minimum(self.name, self.says)
        return better + _SECOND_VOICE * worse + _SUMMARY * self.summary + _FIELD * self.field


class Ranker:
    """Compares questions with every procedure."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        names = [features(_official(entry.name)) for entry in entries]
        fields = [features(_official(" . ".join(entry.fields))) for entry in entries]
        summaries = [features(read_phrase(entry.summary)) for entry in entries]
        phrases = [
            (at, features(read_phrase(say))) for at, entry in enumerate(entries) for say in _says(entry)
        ]
        self.weights = Weights([*names, *(text for _, text in phrases)])
        self._names = Index(names, self.weights, _NAME_SOFTNESS)
        self._fields = Index(fields, self.weights)
        self._summaries = Index(summaries, self.weights)
        self._says = Index([text for _, text in phrases], self.weights)
        self._said_of = np.array([at for at, _ in phrases], np.int64)
        self._scale = max(1.0, float(len(entries)))

    def compare(self, parts: Sequence[Content]) -> Evidence:
        """The evidence for every procedure, in the order of the entries."""
        question = weighed(features(parts), self.weights)
        best = np.zeros(self._names.size, np.float32)
        if self._says.size:
            np.maximum.at(best, self._said_of, self._says.scores(question))
        return Evidence(
            self._names.scores(question),
            best,
            self._summaries.scores(question),
            self._fields.scores(question),
        )


def read_phrase(text: str) -> list[Content]:
    """A well-written phrase of citizens, ready to compare."""
    return [content(to_common(_words(tokens))) for tokens in clauses(text)]


def _official(name: str) -> list[Content]:
    return [official(_words(tokens)) for tokens in clauses(_ASIDE.sub(" ", name))]


def _words(tokens: list[str]) -> Clause:
    return tuple(word(token) for token in tokens)


def _says(entry: Entry) -> tuple[str, ...]:
    """Every way of saying it that is known, each once."""
    named = (entry.short_name,) if entry.short_name else ()
    return tuple(dict.fromkeys((*entry.says, *named, *sayings().get(entry.code, ()))))
