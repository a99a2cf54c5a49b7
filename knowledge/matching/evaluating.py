"""How good a matcher is over labelled questions: ranks, what was done with each, and what went wrong."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.matching.labelled import Question
from knowledge.matching.match import Match, Matcher, Place, Verdict

# What should be done with a question, and the verdicts that do it.
FITTING: Mapping[str, frozenset[Verdict]] = {
    "answer": frozenset({Verdict.ANSWER}),
    "clarify": frozenset({Verdict.CLARIFY, Verdict.OFFER}),
    "refuse": frozenset({Verdict.REFUSE, Verdict.OUT_OF_SCOPE}),
    "smalltalk": frozenset({Verdict.SMALLTALK}),
    "answer_absent": frozenset({Verdict.ABSENT}),
}
_ASKED = frozenset({Verdict.CLARIFY, Verdict.OFFER})

# So many procedures are given to choose from.
_CHOICES = 3
# Scores from 0 to 1 are told in so many bins.
_BINS = 5
# To answer a citizen wrongly costs as much as so many wrong first places that were asked about.
_ANSWERED = 3


class Done(StrEnum):
    """What became of a question: served right, answered wrong, asked back, or sent away."""

    RIGHT = "right"
    WRONG = "wrong"
    ASKED = "asked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A question and what the matcher made of it."""

    question: Question
    match: Match

    @property
    def rank(self) -> int:
        """The place of the first right code from 1, or 0 where there is none."""
        return rank([one.code for one in self.match.candidates], self.question)

    @property
    def first(self) -> str:
        """The code that came first, or nothing."""
        return self.match.candidates[0].code if self.match.candidates else ""

    @property
    def harmless(self) -> bool:
        """Whether the first code is right or tolerated."""
        return self.first in self.question.right | self.question.tolerated

    @property
    def done(self) -> Done:
        """What became of it; to ask back is right where that should be done, with a right one to choose."""
        verdict = self.match.verdict
        if verdict is Verdict.ANSWER:
            return Done.RIGHT if self.harmless else Done.WRONG
        if verdict in _ASKED:
            wanted = self.question.expected == "clarify" and 0 < self.rank <= _CHOICES
            return Done.RIGHT if wanted else Done.ASKED
        return Done.RIGHT if verdict in FITTING[self.question.expected] else Done.REFUSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures of some questions; shares run from 0 to 1.

    ``in_scope`` of them have a right procedure: ``first``, ``first_three`` and ``reciprocal_rank`` are
    about those. ``done`` counts what became of all.
    """

    questions: int
    in_scope: int
    first: float
    first_three: float
    reciprocal_rank: float
    done: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """In-scope questions whose best score lies from ``low`` to ``high``, and the share put right first."""

    low: float
    high: float
    questions: int
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """``got`` came first where ``wanted`` is right: how often, how often even answered, an example."""

    wanted: str
    got: str
    times: int
    answered: int
    example: str

    @property
    def cost(self) -> int:
        """How much it costs the citizens, to put the worst first."""
        return self.times + (_ANSWERED - 1) * self.answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole measurement; confusions come dearest first."""

    total: Figures
    registers: dict[str, Figures]
    calibration: tuple[Bin, ...]
    confusions: tuple[Confusion, ...]


def evaluate(matcher: Matcher, asked: Iterable[Question]) -> Report:
    """Put every question once, from nowhere in particular, and compare with the labels."""
    judged = [Judged(question=one, match=matcher.match(one.text, Place())) for one in asked]
    registers = sorted({one.question.register for one in judged})
    return Report(
        total=_figures(judged),
        registers={
            name: _figures([one for one in judged if one.question.register == name]) for name in registers
        },
        calibration=tuple(_calibration(judged)),
        confusions=tuple(_confusions(judged)),
    )


def rank(codes: Sequence[str], question: Question) -> int:
    """The place of the first right code from 1, or 0 where there is none."""
    return next((at for at, code in enumerate(codes, start=1) if code in question.right), 0)


def share(hits: Iterable[bool]) -> float:
    """How many of some are true, from 0 to 1; of none, none."""
    seen = list(hits)
    return sum(seen) / len(seen) if seen else 0.0


def _figures(judged: Sequence[Judged]) -> Figures:
    ranks = [one.rank for one in judged if one.question.right]
    done = Counter(one.done for one in judged)
    return Figures(
        questions=len(judged),
        in_scope=len(ranks),
        first=share(rank == 1 for rank in ranks),
        first_three=share(0 < rank <= 3 for rank in ranks),
        reciprocal_rank=sum(1 / rank for rank in ranks if rank) / max(1, len(ranks)),
        done={one.value: done[one] for one in Done},
    )


def _calibration(judged: Sequence[Judged]) -> Iterator[Bin]:
    found: defaultdict[int, list[bool]] = defaultdict(list)
    for one in judged:
        if one.question.right and one.match.candidates:
            found[min(_BINS - 1, int(one.match.candidates[0].score * _BINS))].append(one.rank == 1)
    for at, right in sorted(found.items()):
        yield Bin(low=at / _BINS, high=(at + 1) / _BINS, questions=len(right), right=share(right))


def _confusions(judged: Sequence[Judged]) -> list[Confusion]:
    found: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        if one.question.right and one.first and not one.harmless:
            found[min(one.question.right), one.first].append(one)
    confusions = [_confusion(*codes, times) for codes, times in found.items()]
    return sorted(confusions, key=lambda one: (-one.cost, one.wanted, one.got))


def _confusion(wanted: str, got: str, times: Sequence[Judged]) -> Confusion:
    return Confusion(
        wanted=wanted,
        got=got,
        times=len(times),
        answered=sum(one.done is Done.WRONG for one in times),
        example=times[0].question.text,
    )
