"""What each ingredient of ours brings: the same questions with one of them left out at a time."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from typing import Any
from unittest.mock import patch

from benchmarks.matching.measuring import decisions, figures
from benchmarks.matching.peers import Ours
from knowledge.matching.labelled import Question
from knowledge.matching.match import Entry

Swap = tuple[str, Any]
"""Where a part of the matcher stands, and what does nothing in its place."""


class _Empty:
    """A table of phrases that holds none."""

    def at(self, _text: object, _start: int) -> None:
        """Nothing stands anywhere."""


_EMPTY = _Empty()


WHOLE = "everything"
_SWAPS: Mapping[str, Sequence[Swap]] = {
    "what was learned": [("knowledge.matching.ranking._LEARNED", 0.0)],
    "separating": [("knowledge.matching.separating._STRENGTH", 0.0)],
    "hard rules": [
        ("knowledge.matching.rules.rules", lambda: ()),
        ("knowledge.matching.rules._holding", lambda _: ()),
    ],
    "what was not said is asked": [("knowledge.matching.matcher.is_undecided", lambda *_: False)],
    "turns": [("knowledge.matching.emphasis._TURNS", frozenset())],
    "marks put back": [("knowledge.text.marking.Marks.restored", lambda _, clause: clause)],
    "contractions": [("knowledge.text.contractions.Contractions.written_out", lambda *_: ())],
    "clauses of a story by themselves": [("knowledge.matching.stories._STORY", 10_000)],
    "synonyms": [("knowledge.text.lexicon._phrases", lambda: _EMPTY)],
    "marks": [("knowledge.matching.index._MARKED", 1e-6)],
    "pairs of words": [("knowledge.matching.index._PAIR", 1e-6)],
    "shorthand": [("knowledge.text.reader.expand", list)],
    "keystrokes": [("knowledge.text.reader.decode", lambda _: "")],
    "spelling": [("knowledge.text.spelling.Speller.mend", lambda _, tokens: list(tokens))],
    "dialect": [("knowledge.text.dialect._dialect", lambda: _EMPTY)],
    "our sayings": [("knowledge.matching.ranking.sayings", dict)],
}
PHRASES = "guides' phrases"


INGREDIENTS = (*_SWAPS, PHRASES)
"""What can be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ablated:
    """Shares from 0 to 1 of the in-scope questions, with one ingredient left out."""

    without: str
    first: float
    first_three: float
    answered_wrong: float
    by_register: dict[str, float]

    def json(self) -> dict[str, Any]:
        """The figures as JSON knows them."""
        return asdict(self)


def ablation(
    held: Sequence[Entry], asked: Sequence[Question], names: Sequence[str] = INGREDIENTS
) -> Iterator[Ablated]:
    """Everything first, then each ingredient left out."""
    yield _measured(WHOLE, Ours(held), asked)
    for name in names:
        with ExitStack() as stack:
            for target, nothing in _SWAPS.get(name, ()):
                stack.enter_context(patch(target, nothing))
            known = [replace(entry, says=()) for entry in held] if name == PHRASES else held
            yield _measured(name, Ours(known), asked)


def _measured(name: str, ours: Ours, asked: Sequence[Question]) -> Ablated:
    found = figures(ours, asked)
    return Ablated(
        without=name,
        first=found.first,
        first_three=found.first_three,
        answered_wrong=decisions(ours, asked).answered_wrong,
        by_register=found.by_register,
    )
