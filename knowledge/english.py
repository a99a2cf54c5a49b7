"""English put into Vietnamese, phrase by phrase, so that an English line finds the Vietnamese procedure.

It is no translation: what the line is about and what it asks for come over, its grammar does not.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.text.data import read_mapping, strings
from knowledge.text.syllable import is_syllable
from motcua.text import unmarked

PHRASES = Path(__file__).parent / "data" / "english.yaml"
"""The phrases, as anybody can extend them."""

_APOSTROPHES = re.compile("['’‘`]")
_TOKEN = re.compile(r"[a-z]+|\d+")
_PLURAL_Y = re.compile(r"(?<=[a-z]{2})(?:ies|ied)$")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ings?|ed|es|s|e)$")
_LAST_Y = re.compile(r"(?<=[a-z]{2})y$")
# At least so much of a line must be words we know for it to be English, so much no Vietnamese syllable, and
# at most so much a syllable we do not know in English: a place, or the sign of a line in Vietnamese.
_KNOWN, _FOREIGN, _STRANGE = 0.6, 0.25, 0.35
# So many other words may stand between those of a phrase.
_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some stems in their order, and the Vietnamese for them; what is ``asked`` comes last in a sentence."""

    stems: tuple[str, ...]
    said: str
    asked: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """All phrases by their first stem, the stems to drop, and all stems that are known."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    drop: frozenset[str]
    words: frozenset[str]


def vietnamese(line: str) -> str:
    """The Vietnamese for an English line; a line that is not English comes back as it is."""
    tokens = _TOKEN.findall(_APOSTROPHES.sub("", unmarked(line).lower()))
    if not _is_english(tokens):
        return line
    found = list(_read([token for token in tokens if _stem(token) not in _table().drop]))
    asked = dict.fromkeys(phrase.said for phrase in found if phrase.asked)
    return " ".join([*(phrase.said for phrase in found if not phrase.asked), *asked]) or line


def phrases() -> Iterator[Phrase]:
    """Every phrase of the file."""
    for each in _table().phrases.values():
        yield from each


def _is_english(tokens: list[str]) -> bool:
    words = [token for token in tokens if token.isalpha()]
    known = [token for token in words if _stem(token) in _table().words]
    foreign = [token for token in known if not is_syllable(token)]
    strange = [token for token in words if token not in known and is_syllable(token)]
    return (
        len(known) >= _KNOWN * len(words)
        and len(foreign) >= max(1, _FOREIGN * len(words))
        and len(strange) <= _STRANGE * len(words)
    )


def _read(tokens: list[str]) -> Iterator[Phrase]:
    """What the tokens say, the longest phrase first at each place; what stands between its words comes after.

    A token that is in no phrase is kept where we do not know it at all, for it may be a name.
    """
    while tokens:
        stems = [_stem(token) for token in tokens]
        phrase, places = max(
            _fitting(stems), default=(None, (0,)), key=lambda fit: (len(fit[1]), -fit[1][-1])
        )
        if phrase:
            yield phrase
        elif stems[0] not in _table().words or tokens[0].isdigit():
            yield Phrase((), tokens[0], asked=False)
        tokens = [token for at, token in enumerate(tokens) if at not in places]


def _fitting(stems: list[str]) -> Iterator[tuple[Phrase, tuple[int, ...]]]:
    """Every phrase that begins here, with the places of its stems."""
    for phrase in _table().phrases.get(stems[0], ()):
        places = tuple(_places(phrase.stems, stems))
        if len(places) == len(phrase.stems) and places[-1] < len(places) + _BETWEEN:
            yield phrase, places


def _places(wanted: tuple[str, ...], stems: list[str]) -> Iterator[int]:
    at = -1
    for stem in wanted:
        if stem not in stems[at + 1 :]:
            return
        at = stems.index(stem, at + 1)
        yield at


@cache
def _table() -> _Table:
    written = read_mapping(PHRASES)
    drop = frozenset(map(_stem, strings(written["drop"])))
    begun: defaultdict[str, list[Phrase]] = defaultdict(list)
    for part in ("asks", "terms"):
        for phrase in _of(written[part], drop, asked=part == "asks"):
            begun[phrase.stems[0]].append(phrase)
    return _Table(
        phrases={stem: tuple(each) for stem, each in begun.items()},
        drop=drop,
        words=drop.union(stem for each in begun.values() for phrase in each for stem in phrase.stems),
    )


def _of(part: object, drop: frozenset[str], *, asked: bool) -> Iterator[Phrase]:
    for said, written in part.items() if isinstance(part, dict) else ():
        for phrase in strings(written):
            stems = tuple(stem for stem in map(_stem, phrase.split()) if stem not in drop)
            yield Phrase(stems, said, asked)


def _stem(token: str) -> str:
    """A word without its ending: "renewals" is still "renewal", "married" and "marry" are one."""
    return _LAST_Y.sub("i", _ENDING.sub("", _PLURAL_Y.sub("i", token)))
