"""What a catalogue publishes of a procedure: its facts, and every figure that its record holds."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge import catalogue
from knowledge.errors import UnreadableRecordError
from knowledge.facts import Facts, Scope, Unit
from knowledge.figures import Figure, Kind, figures, in_words
from knowledge.texts import texts

_UNITS = {
    Unit.HOUR: Kind.HOUR,
    Unit.WORKING_DAY: Kind.WORKING_DAY,
    Unit.DAY: Kind.DAY,
    Unit.MONTH: Kind.MONTH,
    Unit.YEAR: Kind.YEAR,
}


@dataclass(frozen=True, kw_only=True)
class Published:
    """One procedure in a catalogue: its facts, and all that its record says as text."""

    facts: Facts
    text: str

    @cached_property
    def figures(self) -> frozenset[Figure]:
        """Every figure of the record, in digits or in words, and what follows from them.

        What takes working days takes days, and a share of an amount is an amount.
        """
        said = {*figures(self.text), *in_words(self.text), *_structured(self.facts)}
        return frozenset(said.union(_in_days(said), _shares(said)))


def read(path: Path, codes: Iterable[str]) -> dict[str, Published]:
    """The records of these codes in a catalogue file; of two, the one citizens may see, then the newer."""
    wanted, found = frozenset(codes), dict[str, Published]()
    for row in catalogue.read(path):
        if catalogue.code(row.record) not in wanted:
            continue
        try:
            one = of_record(row)
        except UnreadableRecordError:
            continue
        held = found.get(one.facts.code)
        if held is None or _rank(one.facts) >= _rank(held.facts):
            found[one.facts.code] = one
    return found


def of_record(row: catalogue.Row) -> Published:
    """One record of a catalogue file. Raises UnreadableRecordError."""
    return Published(facts=row.facts(), text=_text(row.record))


def of_facts(facts: Facts) -> Published:
    """Facts that were imported, whose record is not kept."""
    return Published(facts=facts, text=_text(facts.model_dump(mode="json")))


def _text(value: object) -> str:
    return "\n".join(text for _, text in texts("", value))


def _in_days(said: Iterable[Figure]) -> Iterator[Figure]:
    return (Figure(Kind.DAY, one.value) for one in said if one.kind is Kind.WORKING_DAY)


def _shares(said: Collection[Figure]) -> Iterator[Figure]:
    amounts = [float(one.value) for one in said if one.kind is Kind.MONEY]
    shares = [float(one.value) for one in said if one.kind is Kind.SHARE]
    return (Figure(Kind.MONEY, f"{amount * share / 100:.0f}") for amount in amounts for share in shares)


def _structured(facts: Facts) -> Iterator[Figure]:
    for method in facts.methods:
        if method.time:
            yield Figure(_UNITS[method.time.unit], str(method.time.amount))
        yield from (Figure(Kind.MONEY, str(fee.amount)) for fee in method.fees if fee.amount is not None)


def _rank(facts: Facts) -> tuple[bool, date]:
    return facts.scope is not Scope.INTERNAL, facts.updated or date.min
