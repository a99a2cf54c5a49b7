"""Times and fees of the catalogue, read honestly: what means nothing is left out, words stay words."""

import re

from knowledge.facts import Duration, Fee, FeeKind, Unit

_TELLS = re.compile(r"\d{2}|miễn|không|quy định|thông báo|thỏa thuận", re.IGNORECASE)
"""Words that say something of a fee by themselves; "Đăng ký kết hôn" only names what an amount is for."""

SMALLEST_FEE = 1000
"""In đồng. Anything below is a slip of the pen (100 for 100.000) or another money, never a price."""

_UNIT_WORDS = {
    Unit.HOUR: "giờ",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.DAY: "ngày",
    Unit.MONTH: "tháng",
    Unit.YEAR: "năm",
}
_UNITS = {words: unit for unit, words in _UNIT_WORDS.items()}
_TOLD = re.compile(
    r"\W*(?:thời hạn giải quyết:?|thời gian giải quyết:?)?\s*(?:là|trong|trong thời hạn|không quá|tối đa)?\s*"
    r"0*(\d+)\s*(?:\([\w\s]+\)\s*)?(ngày làm việc|ngày|giờ|tháng|năm)"
    r"(?:,?\s*(?:kể từ|tính từ)\s(?:ngày|khi|thời điểm)(?:(?!\d|trường hợp)[^.;:\n])*)?[.;]?",
    re.IGNORECASE,
)
_EMPTY_TIME = frozenset({"", "0", "1", "-", "không", "theo mô tả"})
_EMPTY_FEE = frozenset({"", "0", "-", "đồng", "phí", "phí, lệ phí"})


def unit(word: str) -> Unit | None:
    """The portal's unit (``WORKING_DAY``); ``OTHER`` and anything unknown is none."""
    return Unit(word.lower()) if word.lower() in set(Unit) else None


def unit_told(words: str) -> Unit | None:
    """A unit by its Vietnamese name (``Ngày làm việc``)."""
    return _UNITS.get(words.lower())


def duration(amount: float | None, counted_in: Unit | None) -> Duration | None:
    """A whole, positive number of known units, or nothing: ``1 OTHER`` and ``0 days`` are no duration."""
    if amount is None or counted_in is None or amount <= 0 or amount != int(amount):
        return None
    return Duration(amount=int(amount), unit=counted_in)


def duration_told(words: str) -> Duration | None:
    """The duration in words that say one and nothing else: "Không quá 05 ngày làm việc."; else nothing."""
    told = _TOLD.fullmatch(words)
    return duration(float(told[1]), _UNITS[told[2].lower()]) if told else None


def duration_words(written: str, amount: float | None, counted_in: Unit | None) -> str:
    """What a time says that no ``Duration`` can hold: half days (``7,5 ngày làm việc``) and sentences."""
    if amount is None:
        return "" if written.lower() in _EMPTY_TIME else written
    if counted_in is None or amount <= 0 or amount == int(amount):
        return ""
    return f"{amount:g}".replace(".", ",") + f" {_UNIT_WORDS[counted_in]}"


def fee(kind: FeeKind, amount: float | None, words: str, currency: str = "") -> Fee | None:
    """One fee, or nothing where nothing is said. A bare 0 is not "free": only words can say that.

    ``amount`` is in đồng unless ``currency`` is ``USD``; other money is told in words.
    """
    if amount and amount > 0 and currency == "USD":
        return Fee(kind=kind, text=_priced(f"{amount:g} USD", words))
    if amount and amount >= SMALLEST_FEE:
        return Fee(kind=kind, amount=int(amount), text=words)
    empty = words.strip(" .-").lower() in _EMPTY_FEE or (amount and not _TELLS.search(words))
    return None if empty else Fee(kind=kind, text=words)


def _priced(price: str, words: str) -> str:
    return f"{price} ({words})" if words else price
