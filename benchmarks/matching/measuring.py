"""Figures of one peer over labelled questions: how often right, by register, and how long it took."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from time import process_time
from typing import Any

from benchmarks.matching.peers import Ours, Peer
from benchmarks.matching.resources import Cost
from knowledge.matching.evaluating import FITTING, Done, Judged, rank, share
from knowledge.matching.labelled import Question
from knowledge.matching.match import Verdict
from motcua.text import unmarked

_NOTHING = Cost(seconds=0.0, memory=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares run from 0 to 1, times are processor milliseconds a question.

    ``build`` and ``start`` are processor seconds, from the procedures and from what was kept of an earlier
    build (the same where nothing is kept); ``memory`` is megabytes.
    """

    peer: str
    questions: int
    first: float
    first_three: float
    reciprocal_rank: float
    by_register: dict[str, float]
    p50: float
    p99: float
    build: float
    start: float
    memory: float

    def json(self) -> dict[str, Any]:
        """The figures as JSON knows them."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What ours did with the questions, by what should have been done; only ours decides.

    ``answered_wrong`` is the share of all in-scope questions that were answered at once with a procedure
    that is neither right nor tolerated.
    """

    verdicts: dict[str, dict[str, int]]
    fitting: dict[str, float]
    answered_wrong: float

    def json(self) -> dict[str, Any]:
        """The decisions as JSON knows them."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What it costs to leave the marks out: in-scope ``questions`` that have some, and the shares put right.

    ``first`` is the share as they were typed, ``first_without`` of the same with their marks dropped.
    """

    questions: int
    first: float
    first_without: float

    def json(self) -> dict[str, Any]:
        """The loss as JSON knows it."""
        return asdict(self)


def figures(
    peer: Peer, questions: Iterable[Question], built: Cost = _NOTHING, start: float | None = None
) -> Figures:
    """Rank every in-scope question once and see where a right code stands."""
    asked = [question for question in questions if question.right]
    ranks: list[int] = []
    times: list[float] = []
    for question in asked:
        began = process_time()
        found = peer.rank(question.text)
        times.append((process_time() - began) * 1000)
        ranks.append(rank(found, question))
    return Figures(
        peer=peer.name,
        questions=len(asked),
        first=share(place == 1 for place in ranks),
        first_three=share(0 < place <= 3 for place in ranks),
        reciprocal_rank=sum(1 / place for place in ranks if place) / max(1, len(ranks)),
        by_register=_by_register(asked, ranks),
        p50=quantile(times, 0.5),
        p99=quantile(times, 0.99),
        build=built.seconds,
        start=built.seconds if start is None else start,
        memory=built.memory,
    )


def dropped(peer: Peer, questions: Iterable[Question]) -> Dropped:
    """Rank every in-scope question that has marks, as it is and without them."""
    marked = [one for one in questions if one.right and one.text != unmarked(one.text)]
    return Dropped(
        questions=len(marked),
        first=share(rank(peer.rank(one.text), one) == 1 for one in marked),
        first_without=share(rank(peer.rank(unmarked(one.text)), one) == 1 for one in marked),
    )


def decisions(ours: Ours, questions: Sequence[Question]) -> Decisions:
    """Judge every question, in scope or not, by what was advised."""
    judged = [Judged(question=question, match=ours.match(question.text)) for question in questions]
    verdicts: dict[str, Counter[str]] = {}
    for one in judged:
        verdicts.setdefault(one.question.expected, Counter())[one.match.verdict.value] += 1
    return Decisions(
        verdicts={expected: dict(counts) for expected, counts in sorted(verdicts.items())},
        fitting={expected: _fitting(expected, counts) for expected, counts in sorted(verdicts.items())},
        answered_wrong=share(one.done is Done.WRONG for one in judged if one.question.right),
    )


def _fitting(expected: str, counts: Counter[str]) -> float:
    fit = sum(count for verdict, count in counts.items() if Verdict(verdict) in FITTING[expected])
    return fit / counts.total()


def _by_register(asked: Sequence[Question], ranks: Sequence[int]) -> dict[str, float]:
    registers = sorted({question.register for question in asked})
    return {
        register: share(
            place == 1 for question, place in zip(asked, ranks, strict=True) if question.register == register
        )
        for register in registers
    }


def quantile(times: Sequence[float], share: float) -> float:
    """The time that so many of all times do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
