"""Shouted text brought back to sentence case; abbreviations, names and numerals keep their capitals."""

import re

from motcua.text import unmarked

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(r"(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?")
_NUMERAL = re.compile(r"[IVX]+")
_NAMES = (
    "Việt Nam",
    "Nhà nước",
    "Chính phủ",
    "Quốc hội",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Công an nhân dân",
    "Quân đội nhân dân",
    "Mặt trận Tổ quốc",
)
_NAME = re.compile("|".join(_NAMES), re.IGNORECASE)
_NAMED = {name.lower(): name for name in _NAMES}
_ARTICLE = re.compile(r"\bđiều(?= \d)|(?:(?<=của )|(?<=theo ))luật \w")
_SHOUTED_WORDS = 3
"""So many shouted Vietnamese words beside each other are no abbreviation."""


def calmed(text: str) -> str:
    """The text with every run of shouted words in sentence case; calm text comes back as it is."""
    if sum(map(str.isupper, text.split())) < _SHOUTED_WORDS:
        return text
    words = list(_WORD.finditer(text))
    runs = [run for run in _runs(words) if sum(map(_is_shouted, run)) >= _SHOUTED_WORDS]
    for run in reversed(runs):
        start, end = run[0].start(), run[-1].end()
        text = text[:start] + _sentence_case(text[start:end], opens=_opens(text, start)) + text[end:]
    return text


def _runs(words: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The stretches of words that are all in capitals."""
    runs: list[list[re.Match[str]]] = [[]]
    for word in words:
        if word[0].isupper():
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _is_shouted(word: re.Match[str]) -> bool:
    return len(word[0]) > 1 and _is_syllable(word[0])


def _is_syllable(word: str) -> bool:
    """Whether it can be a Vietnamese word at all: UBND, TNHH and HIV cannot; II, IV and X are numbers."""
    if _NUMERAL.fullmatch(word) and word != "VI":
        return False
    return bool(_SYLLABLE.fullmatch(unmarked(word).lower()))


def _sentence_case(run: str, *, opens: bool) -> str:
    lowered = _WORD.sub(lambda word: word[0].lower() if _is_syllable(word[0]) else word[0], run)
    named = _NAME.sub(lambda name: _NAMED[name[0].lower()], lowered)
    lawful = _ARTICLE.sub(lambda article: article[0].title(), named)
    return lawful[:1].upper() + lawful[1:] if opens else lawful


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here."""
    before = text[:start].rstrip(' "“(')
    return not before or before[-1] in ".:"
