"""The figures as one Markdown page."""

from collections.abc import Iterator, Sequence

from benchmarks.matching.ablation import Ablated
from benchmarks.matching.growth import Grown
from benchmarks.matching.measuring import Decisions, Dropped, Figures


def markdown(rows: Sequence[Figures], decided: Decisions, lost: Dropped, procedures: int) -> str:
    """Tables of ranking, of ranking by register, what dropped marks cost ours, and what ours decided."""
    return "\n".join(_lines(rows, decided, lost, procedures))


def grown(rows: Sequence[Grown]) -> str:
    """One table of how ours grows with the catalogue."""
    return "\n".join(_grown(rows))


def ablated(rows: Sequence[Ablated]) -> str:
    """One table of what each ingredient brings."""
    return "\n".join(_ablated(rows))


def _ablated(rows: Sequence[Ablated]) -> Iterator[str]:
    names = list(rows[0].by_register)
    yield "| without | first | first three | answered wrong | " + " | ".join(names) + " |"
    yield "| --- |" + " ---: |" * (3 + len(names))
    for row in rows:
        shares = f"{row.first:.1%} | {row.first_three:.1%} | {row.answered_wrong:.1%}"
        registers = " | ".join(f"{row.by_register[name]:.0%}" for name in names)
        yield f"| {row.without} | {shares} | {registers} |"


def _grown(rows: Sequence[Grown]) -> Iterator[str]:
    yield "| procedures | build s | start s | memory MB | p50 ms | p99 ms |"
    yield "| ---: |" + " ---: |" * 5
    for row in rows:
        costs = f"{row.build:.1f} | {row.start:.2f} | {row.memory:.0f}"
        yield f"| {row.procedures} | {costs} | {row.p50:.2f} | {row.p99:.2f} |"


def _lines(rows: Sequence[Figures], decided: Decisions, lost: Dropped, procedures: int) -> Iterator[str]:
    yield f"{rows[0].questions} in-scope questions over {procedures} procedures, shares in percent."
    yield ""
    yield "| ranking | first | first three | MRR | p50 ms | p99 ms | build s | start s | memory MB |"
    yield "| --- |" + " ---: |" * 8
    for row in rows:
        shares = f"{row.first:.1%} | {row.first_three:.1%} | {row.reciprocal_rank:.3f}"
        costs = f"{row.build:.1f} | {row.start:.1f} | {row.memory:.0f}"
        yield f"| {row.peer} | {shares} | {row.p50:.2f} | {row.p99:.2f} | {costs} |"
    yield ""
    yield from _registers(rows)
    yield ""
    yield (
        f"Marks dropped from the {lost.questions} in-scope questions that have some: "
        f"{lost.first:.1%} first with them, {lost.first_without:.1%} without."
    )
    yield ""
    yield from _decisions(decided)


def _registers(rows: Sequence[Figures]) -> Iterator[str]:
    names = list(rows[0].by_register)
    yield "| first, by register | " + " | ".join(names) + " |"
    yield "| --- |" + " ---: |" * len(names)
    for row in rows:
        yield f"| {row.peer} | " + " | ".join(f"{row.by_register[name]:.0%}" for name in names) + " |"


def _decisions(decided: Decisions) -> Iterator[str]:
    yield f"Answered at once and wrong: {decided.answered_wrong:.1%} of the in-scope questions."
    yield ""
    yield "| should be | done so | verdicts |"
    yield "| --- | ---: | --- |"
    for expected, counts in decided.verdicts.items():
        told = ", ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items()))
        yield f"| {expected} | {decided.fitting[expected]:.0%} | {told} |"
