"""Ranks the procedures for a question: by their official name, by how citizens say them, by their summary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.matching.features import features
from knowledge.matching.index import Index, Scores, Weights
from knowledge.matching.match import Entry
from knowledge.matching.sayings import sayings
from knowledge.matching.separating import Separator
from knowledge.text.lexicon import Content, Unit, content, official
from knowledge.text.reader import to_common
from knowledge.text.words import Clause, clauses, word

# A long official name is not punished for its length as much as the plain cosine would.
_NAME_SOFTNESS = 0.85
# The official wording and the best citizens' phrase together: the better one, and this part of the other.
_SECOND_VOICE = 0.3
_SUMMARY = 0.15
_FIELD = 0.1

_ASIDE = re.compile(
    r"\((?:thực hiện|cấp|theo|địa phương|trừ|nghị định|\d)[^)]*\)|thực hiện tại (?:cấp|công an|cục)[^()]*"
    r"|(?:thực hiện )?bằng dịch vụ công[^()]*|\([\d. ]+\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
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
        total: Scores = better + _SECOND_VOICE * worse + _SUMMARY * self.summary + _FIELD * self.field
        return total

    def of(self, at: int) -> dict[str, float]:
        """The evidence for one procedure, by name."""
        kinds = {"name": self.name, "says": self.says, "summary": self.summary, "field": self.field}
        return {kind: round(float(scores[at]), 3) for kind, scores in kinds.items()}


class Ranker:
    """Compares questions with every procedure."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        names = [features(_official(entry.name)) for entry in entries]
        fields = [" . ".join(entry.fields) for entry in entries]
        numbers = {name: number for number, name in enumerate(dict.fromkeys(fields))}
        summaries = [features(read_phrase(entry.summary)) for entry in entries]
        phrases = [
            (at, features(read_phrase(say))) for at, entry in enumerate(entries) for say in _says(entry)
        ]
        self.weights = Weights([*names, *(text for _, text in phrases)])
        self._names = Index(names, self.weights, _NAME_SOFTNESS)
        self._fields = Index([features(_official(name)) for name in numbers], self.weights)
        self._field_of = np.array([numbers[name] for name in fields], np.int64)
        self._summaries = Index(summaries, self.weights)
        self._says = Index([text for _, text in phrases], self.weights)
        self._said_of = np.array([at for at, _ in phrases], np.int64)
        self.separator = Separator(self._names, phrases)

    def weighed(self, parts: Sequence[Content], emphasis: Sequence[float] = ()) -> dict[str, float]:
        """A question's features by how telling they are, as a vector of length one."""
        return self.weights.weighed(features(parts, emphasis))

    def cover(self, parts: Sequence[Content], at: int) -> float:
        """The share of what was said that one procedure explains, by how telling it is."""
        told = [
            (sum(self.weights[word.bare] for word in unit.said), unit)
            for part in parts
            for unit in part
            if unit
        ]
        total = sum(weight for weight, _ in told)
        return sum(weight * self._explained(unit, at) for weight, unit in told) / total if total else 0.0

    def _explained(self, unit: Unit, at: int) -> float:
        return max(self._share(unit.said, at), self._share(unit.official, at))

    def _share(self, clause: Clause, at: int) -> float:
        return sum(self._knows(word.bare, at) for word in clause) / len(clause)

    def _knows(self, feature: str, at: int) -> bool:
        return self.separator.says(feature, at) or bool(self._names.holds(feature, (at,))[0])

    def compare(self, question: dict[str, float]) -> Evidence:
        """The evidence for every procedure, in the order of the entries."""
        best = np.zeros(self._names.size, np.float32)
        if self._says.size:
            np.maximum.at(best, self._said_of, self._says.scores(question))
        return Evidence(
            name=self._names.scores(question),
            says=best,
            summary=self._summaries.scores(question),
            field=self._fields.scores(question)[self._field_of],
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
