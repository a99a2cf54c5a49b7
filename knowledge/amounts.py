"""Times and fees of the catalogue, read honestly: what means nothing is left out, words stay words."""

from knowledge.facts import Duration, Fee, FeeKind, Unit

NOTHING = frozenset({"", "0", "1", "-", ".", "không", "không có", "theo mô tả"})
"""What is written where nothing is meant (a bare "Không" under a fee is kept by ``fee`` as words)."""

_UNIT_WORDS = {
    Unit.HOUR: "giờ",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.DAY: "ngày",
    Unit.MONTH: "tháng",
    Unit.YEAR: "năm",
}


def unit(word: str) -> Unit | None:
    """The portal's unit (``WORKING_DAY``); ``OTHER`` and anything unknown is none."""
    return Unit(word.lower()) if word.lower() in set(Unit) else None


def duration(amount: float | None, counted_in: Unit | None) -> Duration | None:
    """A whole, positive number of known units, or nothing: ``1 OTHER`` and ``0 days`` are no duration."""
    if amount is None or counted_in is None or amount <= 0 or amount != int(amount):
        return None
    return Duration(amount=int(amount), unit=counted_in)


def duration_words(written: str, amount: float | None, counted_in: Unit | None) -> str:
    """What a time says that no ``Duration`` can hold: half days (``7,5 ngày làm việc``) and sentences."""
    if amount is None:
        return "" if written.lower() in NOTHING else written
    if counted_in is None or amount <= 0 or amount == int(amount):
        return ""
    return f"{amount:g}".replace(".", ",") + f" {_UNIT_WORDS[counted_in]}"


def fee(kind: FeeKind, amount: float | None, words: str, currency: str = "") -> Fee | None:
    """One fee, or nothing where nothing is said. A bare 0 is not "free": only words can say that.

    ``amount`` is in đồng unless ``currency`` names another money; then it is told in words.
    """
    if not amount or amount < 0:
        return Fee(kind=kind, text=words) if words.lower() not in NOTHING - {"không"} else None
    if currency == "USD":
        return Fee(kind=kind, text=_joined(f"{amount:g} USD", words))
    return Fee(kind=kind, amount=int(amount), text=words)


def _joined(price: str, words: str) -> str:
    return f"{price} ({words})" if words else price
