"""No fee of the real catalogue is printed as so many đồng where it is another money or a slip of the pen."""

from datetime import date
from pathlib import Path

from bot.cli.procedure_text import text
from handlers.language import Languages
from handlers.telling.fee import fee
from knowledge import catalogue, portal
from knowledge.amounts import SMALLEST_FEE
from knowledge.procedure import Procedure, Source
from knowledge.raw import Record, line, number, rows

VIETNAMESE = Languages.shipped().of("vi")
SOURCE = Source(published=date(2026, 7, 18), checked=date(2026, 7, 18))


def fees(record: Record) -> list[tuple[float, str, str]]:
    """Every fee: its amount, its money and its words."""
    found = [one for method in rows(record, "executionMethods") for one in rows(method, "fees")]
    return [(number(one, "value") or 0, line(one, "currencyName"), line(one, "description")) for one in found]


def printed(record: Record) -> str:
    """Where a fee is printed: in the dialogue and by ``kb show``; the catalogue's own words left out."""
    procedure = Procedure(facts=portal.read(record), source=SOURCE)
    whole = " ".join(fee(VIETNAMESE, procedure).items) + text(procedure)
    for _, _, words in fees(record):
        whole = whole.replace(words, "") if words else whole
    return whole


def no_dong(record: Record) -> set[int]:
    """The amounts in one record that are no đồng, but those that are some elsewhere in it."""
    amounts = {(int(amount), money == "USD" or amount < SMALLEST_FEE) for amount, money, _ in fees(record)}
    return {amount for amount, other in amounts if other and amount and (amount, False) not in amounts}


def test_neither_dollars_nor_slips_are_printed_as_dong(shared_data: Path) -> None:
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    records = [portal.detail(row.record) for row in catalogue.read(path) if isinstance(row.record, dict)]
    odd = [(record, no_dong(record)) for record in records if "Xoa" not in line(record, "code")]
    told = [(printed(record), amount) for record, amounts in odd for amount in sorted(amounts)]
    assert len(told) > 100
    for whole, amount in told:
        grouped = f"{amount:,}".replace(",", ".")
        assert f" {grouped}\N{NO-BREAK SPACE}₫" not in whole
        assert f" {grouped} đồng" not in whole
