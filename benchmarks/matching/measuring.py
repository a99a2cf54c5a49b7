"""Figures of one peer over labelled questions: how often right, by register, and how long it took."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import Any

from benchmarks.matching.data import Question
from benchmarks.matching.peers import Ours, Peer
from knowledge.matching.match import Match, Verdict

# What should be done with a question, and the verdicts that do it.
FITTING = {
    "answer": {Verdict.ANSWER},
    "clarify": {Verdict.CLARIFY, Verdict.OFFER},
    "refuse": {Verdict.REFUSE, Verdict.OUT_OF_SCOPE},
    "smalltalk": {Verdict.SMALLTALK},
    "answer_absent": {Verdict.ABSENT},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares run from 0 to 1, times are milliseconds a question, ``build`` is seconds."""

    peer: str
    questions: int
    first: float
    first_three: float
    reciprocal_rank: float
    by_register: dict[str, float]
    p50: float
    p99: float
    build: float

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


def figures(peer: Peer, questions: Iterable[Question], build: float = 0.0) -> Figures:
    """Rank every in-scope question once and see where a right code stands."""
    asked = [question for question in questions if question.right]
    ranks: list[int] = []
    times: list[float] = []
    for question in asked:
        began = perf_counter()
        found = peer.rank(question.text)
        times.append((perf_counter() - began) * 1000)
        ranks.append(_rank(found, question))
    return Figures(
        peer=peer.name,
        questions=len(asked),
        first=_share(rank == 1 for rank in ranks),
        first_three=_share(0 < rank <= 3 for rank in ranks),
        reciprocal_rank=sum(1 / rank for rank in ranks if rank) / max(1, len(ranks)),
        by_register=_by_register(asked, ranks),
        p50=_quantile(times, 0.5),
        p99=_quantile(times, 0.99),
        build=build,
    )


def decisions(ours: Ours, questions: Sequence[Question]) -> Decisions:
    """Judge every question, in scope or not, by what was advised."""
    judged = [(question, ours.match(question.text)) for question in questions]
    verdicts: dict[str, Counter[str]] = {}
    for question, match in judged:
        verdicts.setdefault(question.expected, Counter())[match.verdict.value] += 1
    in_scope = [(question, match) for question, match in judged if question.right]
    return Decisions(
        verdicts={expected: dict(counts) for expected, counts in sorted(verdicts.items())},
        fitting={expected: _fitting(expected, counts) for expected, counts in sorted(verdicts.items())},
        answered_wrong=_share(_is_wrong(question, match) for question, match in in_scope),
    )


def _is_wrong(question: Question, match: Match) -> bool:
    if match.verdict is not Verdict.ANSWER or not match.candidates:
        return False
    return match.candidates[0].code not in question.right | question.tolerated


def _fitting(expected: str, counts: Counter[str]) -> float:
    fit = sum(count for verdict, count in counts.items() if Verdict(verdict) in FITTING.get(expected, set()))
    return fit / counts.total()


def _rank(found: Sequence[str], question: Question) -> int:
    """The place of the first right code from 1, or 0 where there is none."""
    return next((at for at, code in enumerate(found, start=1) if code in question.right), 0)


def _by_register(asked: Sequence[Question], ranks: Sequence[int]) -> dict[str, float]:
    registers = sorted({question.register for question in asked})
    return {
        register: _share(
            rank == 1 for question, rank in zip(asked, ranks, strict=True) if question.register == register
        )
        for register in registers
    }


def _share(hits: Iterable[bool]) -> float:
    seen = list(hits)
    return sum(seen) / len(seen) if seen else 0.0


def _quantile(times: Sequence[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
