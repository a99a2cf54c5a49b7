"""Ranks the procedures for a question: by their official name, by how citizens say them, by their summary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Self

import numpy as np

from knowledge.matching.classifier import Classifier
from knowledge.matching.elsewhere import is_elsewhere
from knowledge.matching.features import features
from knowledge.matching.index import Index, Numbers, Scores, Weights
from knowledge.matching.match import Entry
from knowledge.matching.sayings import sayings
from knowledge.matching.separating import Separator
from knowledge.pack import Parts
from knowledge.text.dialect import to_common
from knowledge.text.lexicon import Content, Unit, content, official
from knowledge.text.words import Clause, Word, clauses, word

# A long official name is not punished for its length as much as the plain cosine would.
_NAME_SOFTNESS = 0.85
# The official wording and the best citizens' phrase together: the better one, and this part of the other.
_SECOND_VOICE = 0.3
_SUMMARY = 0.15
_FIELD = 0.1
# What was learned from the phrases lifts the likeliest procedure by as much.
_LEARNED = 0.6

# A word that the procedure has with other marks explains so much of what was said.
_OTHERWISE_MARKED = 0.5

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
    learned: Scores

    @property
    def total(self) -> Scores:
        """One figure a procedure."""
        better, worse = np.maximum(self.name, self.says), np.minimum(self.name, self.says)
        other = _SUMMARY * self.summary + _FIELD * self.field + _LEARNED * self.learned
        total: Scores = better + _SECOND_VOICE * worse + other
        return total

    @classmethod
    def mixed(cls, parts: Sequence[Self], shares: Sequence[float]) -> Self:
        """Several pieces of evidence as one, each by its share."""
        kinds = cls.__dataclass_fields__
        return cls(**{kind: _mixed([getattr(part, kind) for part in parts], shares) for kind in kinds})

    def of(self, at: int) -> dict[str, float]:
        """The evidence for one procedure, by name."""
        return {kind: round(float(getattr(self, kind)[at]), 3) for kind in self.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class Ranker:
    """Compares questions with every procedure.

    One index holds all that is compared: the names, the summaries (both in the order of the procedures), the
    phrases (``said_of`` tells the procedure of each, in order) and the fields (``field_of`` tells which is
    whose).
    """

    weights: Weights
    index: Index
    separator: Separator
    classifier: Classifier
    said_of: Numbers
    field_of: Numbers

    @classmethod
    def over(cls, entries: Sequence[Entry]) -> Self:
        """A ranker of some procedures."""
        names = [features(_official(entry.name)) for entry in entries]
        summaries = [features(read_phrase(entry.summary)) for entry in entries]
        phrases = [
            (at, features(read_phrase(say))) for at, entry in enumerate(entries) for say in _says(entry)
        ]
        said = [text for _, text in phrases]
        fields = [" . ".join(entry.fields) for entry in entries]
        numbers = {name: number for number, name in enumerate(dict.fromkeys(fields))}
        weights = Weights.over(
            [*names, *(text for at, text in phrases if not is_elsewhere(entries[at]))],
            [text for at, text in phrases if is_elsewhere(entries[at])],
        )
        texts = [*names, *summaries, *said, *(features(_official(name)) for name in numbers)]
        softness = [_NAME_SOFTNESS if at < len(names) else 1.0 for at in range(len(texts))]
        return cls(
            weights,
            Index.over(texts, weights, softness),
            Separator.over(names, phrases, weights),
            Classifier.over(names, phrases, weights),
            np.array([at for at, _ in phrases], np.int32),
            np.array([numbers[name] for name in fields], np.int32),
        )

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The ranker as it was packed."""
        return cls(
            Weights.of(parts),
            Index.of(parts),
            Separator.of(parts),
            Classifier.of(parts),
            parts["ranker.said_of"],
            parts["ranker.field_of"],
        )

    def parts(self) -> Parts:
        """What is packed of it."""
        own = {"ranker.said_of": self.said_of, "ranker.field_of": self.field_of}
        kept = (self.weights, self.index, self.separator, self.classifier)
        return {name: array for one in kept for name, array in one.parts().items()} | own

    def weighed(self, parts: Sequence[Content], emphasis: Sequence[float] = ()) -> list[tuple[int, float]]:
        """A question's features that are known, by number and by how telling they are."""
        return self.weights.known(self.weights.weighed(features(parts, emphasis)))

    def cover(self, parts: Sequence[Content], at: int) -> float:
        """The share of what was said that one procedure explains, by how telling it is."""
        told = [
            (sum(self.weights[word.bare] for word in unit.said), unit)
            for part in parts
            for unit in part
            if unit
        ]
        total = sum(weight for weight, _ in told)
        has = self._has(told, at)
        return sum(weight * _explained(unit, has) for weight, unit in told) / total if total else 0.0

    def _has(self, told: Sequence[tuple[float, Unit]], at: int) -> frozenset[str]:
        """Which of the words told, or put for them, one procedure has, and with which marks."""
        said = {form for _, unit in told for word in (*unit.said, *unit.official) for form in _forms(word)}
        numbers = self.weights.numbers
        known = sorted(said & numbers.keys())
        owned = self.separator.owned(np.array([numbers[form] for form in known], np.int64), at)
        return frozenset(form for form, share in zip(known, owned, strict=True) if share > 0.0)

    def compare(self, question: Sequence[tuple[int, float]]) -> Evidence:
        """The evidence for every procedure, in the order of the entries."""
        scores = self.index.scores(question)
        size = len(self.field_of)
        said, fields = 2 * size, 2 * size + len(self.said_of)
        return Evidence(
            name=scores[:size],
            says=self._best(scores[said:fields]),
            summary=scores[size:said],
            field=scores[fields:][self.field_of],
            learned=self.classifier.likelihoods(question, size),
        )

    def _best(self, said: Scores) -> Scores:
        """The best phrase of every procedure."""
        best = np.zeros(len(self.field_of), np.float32)
        if said.size:
            firsts = np.flatnonzero(np.diff(self.said_of, prepend=-1))
            best[self.said_of[firsts]] = np.maximum.reduceat(said, firsts)
        return best


def _mixed(scores: Sequence[Scores], shares: Sequence[float]) -> Scores:
    mixed: Scores = np.tensordot(np.array(shares, np.float32), np.stack(scores), 1)
    return mixed


def _explained(unit: Unit, has: frozenset[str]) -> float:
    return max(_share(unit.said, has), _share(unit.official, has))


def _share(clause: Clause, has: frozenset[str]) -> float:
    return sum(map(_likeness, clause, repeat(has))) / len(clause)


def _likeness(word: Word, has: frozenset[str]) -> float:
    """1 for a word the procedure has, less where the marks tell that it is another one."""
    bare, marked = _forms(word)
    if bare not in has:
        return 0.0
    return 1.0 if word.marked in ("", bare) or marked in has else _OTHERWISE_MARKED


def _forms(word: Word) -> tuple[str, str]:
    return word.bare, "=" + word.marked


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
