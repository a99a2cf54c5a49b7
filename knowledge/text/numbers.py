"""Numbers told in passing: amounts are set aside, ages are written in figures."""

import re

from knowledge.text.words import Clause, Word

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\d+m2?")
_UNITS = frozenset(
    {"met", "m", "m2", "ha", "hecta", "sao", "mau", "trieu", "ty", "nghin", "ngan", "dong", "vuong"}
)
_DIGITS = ("khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
_FIGURES = {word: str(digit) for digit, word in enumerate(_DIGITS)} | {"tu": "4", "lam": "5", "moi": "1"}
_TEN = "muoi"
_YEARS = re.compile(r"(\d{1,2})t")
_AGED = "tuoi"
# "Bảy mươi sáu tuổi": at most so many words make an age.
_LONGEST = 3


def without_amounts(clause: Clause) -> Clause:
    """The clause without numbers that a unit of measure or of money follows, and without that unit."""
    kept = [at for at in range(len(clause)) if not _is_amount(clause, at)]
    return tuple(clause[at] for at in kept)


def with_ages(clause: Clause) -> Clause:
    """The clause with its ages in figures: ``sáu tuổi``, ``6t`` and ``6 tuổi`` are the same."""
    read: Clause = ()
    for word in (word for typed in clause for word in _years(typed)):
        read = (*(_in_figures(read) if word.bare == _AGED else read), word)
    return read


def _years(typed: Word) -> tuple[Word, ...]:
    found = _YEARS.fullmatch(typed.bare)
    return (Word(found[1], found[1]), Word(_AGED)) if found else (typed,)


def _in_figures(clause: Clause) -> Clause:
    """The clause with the longest number in words that ends it put in figures."""
    for start in range(max(0, len(clause) - _LONGEST), len(clause)):
        figures = _figures([word.bare for word in clause[start:]])
        if figures:
            return (*clause[:start], Word(figures, figures))
    return clause


def _figures(words: list[str]) -> str:
    """``bảy mươi sáu`` is 76, ``mười lăm`` 15, ``hai mươi`` 20, ``tám lăm`` 85, ``sáu`` 6; else nothing."""
    tens, ten, ones = "".join(words).partition(_TEN) if _TEN in words else ("", "", "")
    if not ten:
        digits = [_FIGURES.get(word, "") for word in words[:2]]
        return "".join(digits) if all(digits) and len(words) < _LONGEST else ""
    first, last = _FIGURES.get(tens, "" if tens else "1"), _FIGURES.get(ones, "" if ones else "0")
    return first + last if first and last else ""


def _is_amount(clause: Clause, at: int) -> bool:
    if _NUMBER.fullmatch(clause[at].bare):
        return clause[at].bare.endswith(("m", "m2")) or (
            at + 1 < len(clause) and clause[at + 1].bare in _UNITS
        )
    return clause[at].bare in _UNITS and _ends_amount(clause, at)


def _ends_amount(clause: Clause, at: int) -> bool:
    """Whether only units stand between a word and the number before it: ``5 triệu đồng``."""
    while at > 0 and clause[at].bare in _UNITS:
        at -= 1
    return _NUMBER.fullmatch(clause[at].bare) is not None
