"""All that is worked out from the procedures and the tables before the first question, and kept in a file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Self

from knowledge import pack, text
from knowledge.absent import Absent
from knowledge.matching.elsewhere import elsewhere
from knowledge.matching.match import Entry
from knowledge.matching.ranking import Ranker
from knowledge.matching.sayings import sayings
from knowledge.matching.talk import texts
from knowledge.matching.variants import Cases
from knowledge.pack import Parts
from knowledge.text.lexicon import asking_texts, lexicon_texts
from knowledge.text.marking import Marks
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import Clause, words

ABSENT = "absent:"
"""Acts that are not held stand among the procedures under codes that begin so."""

# Guides and lexicon are written as people speak: for the vocabulary each counts as so many official names.
_SPOKEN = 4
_TABLES_AND_CODE = ("*.py", "*.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """``official`` are the words of official names, ``spoken`` those of people too, ``marks`` their marks."""

    ranker: Ranker
    cases: Cases
    official: Vocabulary
    spoken: Vocabulary
    marks: Marks

    @classmethod
    def over(cls, entries: Sequence[Entry]) -> Self:
        """Work everything out."""
        return cls(
            ranker=Ranker.over(entries),
            cases=Cases.among(entries),
            official=Vocabulary().add(words(entry.name) for entry in entries),
            spoken=Vocabulary().add(_written(entries)).add(_said(entries), times=_SPOKEN),
            marks=Marks().add(_written(entries)).add((*_said(entries), *asking_texts()), times=_SPOKEN),
        )

    @classmethod
    def load(cls, entries: Sequence[Entry], path: Path) -> Self:
        """Take from a file what was worked out before; work out and keep there what is not."""
        state = digest(entries)
        packed = pack.read(path, state)
        if packed is not None:
            return cls.of(packed)
        model = cls.over(entries)
        pack.keep(path, state, model.parts())
        return model

    @classmethod
    def of(cls, parts: Parts) -> Self:
        """The model as it was packed."""
        return cls(
            ranker=Ranker.of(parts),
            cases=Cases.of(parts),
            official=Vocabulary.of(parts, "official"),
            spoken=Vocabulary.of(parts, "spoken"),
            marks=Marks.of(parts),
        )

    def parts(self) -> Parts:
        """What is packed of it."""
        vocabularies = {**self.official.parts("official"), **self.spoken.parts("spoken")}
        return {**self.ranker.parts(), **self.cases.parts(), **vocabularies, **self.marks.parts()}


def not_held(absent: Iterable[Absent]) -> Iterator[Entry]:
    """Acts that are not held, as entries to be compared like procedures."""
    return (Entry(code=ABSENT + act.key, name=act.name, says=act.says) for act in absent)


def competing(procedures: Iterable[Entry], absent: Iterable[Absent]) -> tuple[Entry, ...]:
    """All that competes for a line: the procedures, what is not held, and what no office answers."""
    return (*procedures, *not_held(absent), *elsewhere())


def digest(entries: Iterable[Entry]) -> str:
    """What a model is built from, as one word: the entries, the tables and the code that reads them."""
    values = attrgetter(*(field.name for field in fields(Entry)))
    rows = json.dumps([values(entry) for entry in entries], ensure_ascii=False)
    return sha256((_making() + rows).encode()).hexdigest()


@cache
def _making() -> str:
    folders = (Path(__file__).parent, Path(text.__file__).parent)
    files = (path for folder in folders for kind in _TABLES_AND_CODE for path in sorted(folder.rglob(kind)))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _written(entries: Sequence[Entry]) -> Iterator[Clause]:
    return (words(entry.name) for entry in entries)


def _said(entries: Sequence[Entry]) -> Iterator[Clause]:
    told = (phrase for entry in entries for phrase in (entry.short_name, entry.summary, *entry.says))
    ours = (phrase for phrases in sayings().values() for phrase in phrases)
    yield from map(words, (*told, *ours))
    yield from (*lexicon_texts(), *texts())
