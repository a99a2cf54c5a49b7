"""Finds names of provinces, districts and communes in a sentence, with the word before that says of what."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from knowledge.gazetteer import Gazetteer, Tier, Unit, spelling
from knowledge.text import provinces
from knowledge.text.keystrokes import decode
from knowledge.text.phrases import disagreement
from knowledge.text.words import Clause, Word, clauses, word, words

_ABBREVIATED = re.compile(r"\b(tx|tp|tt|[hqpx])\.\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(quận|phường|quan|phuong|q|p)\s*(?=\d)", re.IGNORECASE)

_LONGEST = 6
"""Words in the longest name."""

_MISSPELT = range(4, 1, -1)
"""Words in a name that may be misspelt: a single one looks like too many others."""

_TOLERANCE = 0.5
"""Half a wrong mark is forgiven for each word after the first."""

_KINDS = {
    "thị xã": ("thị xã", Tier.DISTRICT),
    "thành phố": ("thành phố", Tier.DISTRICT),
    "thị trấn": ("thị trấn", Tier.COMMUNE),
    "đặc khu": ("đặc khu", Tier.COMMUNE),
    "huyện": ("huyện", Tier.DISTRICT),
    "quận": ("quận", Tier.DISTRICT),
    "phường": ("phường", Tier.COMMUNE),
    "xã": ("xã", Tier.COMMUNE),
    "tx": ("thị xã", Tier.DISTRICT),
    "tp": ("thành phố", Tier.DISTRICT),
    "tt": ("thị trấn", Tier.COMMUNE),
    "h": ("huyện", Tier.DISTRICT),
    "q": ("quận", Tier.DISTRICT),
    "p": ("phường", Tier.COMMUNE),
    "x": ("xã", Tier.COMMUNE),
}
_SAID = [(words(said), kind, tier) for said, (kind, tier) in _KINDS.items()]
_LEADS_TO_PLACE = frozenset(["o", "tai", "ve", "que", "thuoc", "tu", "nha", "den", "ben", "duoi", "tren"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A district or commune in the sentence: all it may mean, and what was said before it, or nothing.

    ``spelt`` is how the gazetteer spells what was typed.
    """

    units: tuple[Unit, ...]
    tier: Tier
    kind: str = ""
    spelt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All names of a sentence. Provinces are by their own names; ``former`` means that "cũ" was said."""

    named: tuple[Named, ...]
    provinces: tuple[str, ...]
    former: bool


def read(text: str, gazetteer: Gazetteer) -> Reading:
    """The place names of a sentence. A name without its kind counts only where no other has one."""
    typed = _words(text)
    named, left = _taken(typed, lambda clause, at: _with_kind(clause, at, gazetteer))
    if not named:
        named, left = _taken(typed, lambda clause, at: _alone(clause, at, gazetteer))
    return Reading(
        named=tuple(named),
        provinces=tuple(dict.fromkeys(name for clause in left for name in _provinces(clause, gazetteer))),
        former=any(_is(one, "cũ") for clause in typed for one in clause),
    )


def _words(text: str) -> list[Clause]:
    spaced = _NUMBERED.sub(r"\1 ", _ABBREVIATED.sub(r"\1 ", text))
    tokens = [[decode(token) or token for token in clause] for clause in clauses(spaced)]
    trusted = any(not token.isascii() for clause in tokens for token in clause)
    return [tuple(word(token, trusted=trusted) for token in clause) for clause in tokens]


_Found = tuple[int, Named] | None
"""A name, and where it ends."""

_Find = Callable[[Clause, int], _Found]


def _taken(
    typed: Iterable[Clause], find: Callable[[Clause, int], _Found]
) -> tuple[list[Named], list[Clause]]:
    """What is found from left to right, and the words that are left over around it."""
    named: list[Named] = []
    left: list[Clause] = []
    for clause in typed:
        start = at = 0
        while at < len(clause):
            found = find(clause, at)
            if found is None:
                at += 1
                continue
            named.append(found[1])
            left.append(clause[start:at])
            start = at = found[0]
        left.append(clause[start:])
    return named, left


def _with_kind(clause: Clause, at: int, gazetteer: Gazetteer) -> _Found:
    """A name behind its kind, misspelt or not."""
    said = _kind(clause, at)
    if said is None:
        return None
    start, kind, tier = said
    rest = clause[start : _next_kind(clause, start)]
    for count in range(min(len(rest), _LONGEST), 0, -1):
        meant = _meant(rest[:count], gazetteer)
        tiers = {one.tier for one in meant}
        if kind == "thành phố" and Tier.PROVINCE in tiers and Tier.DISTRICT not in tiers:
            return None
        units = tuple(one for one in meant if one.tier is not Tier.PROVINCE)
        if units:
            return start + count, Named(units=units, tier=tier, kind=kind, spelt=_spelt(rest[:count]))
    return _near(rest, start, Named(units=(), tier=tier, kind=kind, spelt=""), gazetteer)


def _alone(clause: Clause, at: int, gazetteer: Gazetteer) -> _Found:
    """A name of two words or more without its kind: a district, or after "ở" and the like a commune."""
    leads = at == 0 or clause[at - 1].bare in _LEADS_TO_PLACE
    for count in range(min(len(clause) - at, _LONGEST), 1, -1):
        said = clause[at : at + count]
        spelt = _spelt(said)
        meant = tuple(one for one in _meant(said, gazetteer) if one.spelt == spelt)
        tiers = {one.tier for one in meant}
        if Tier.PROVINCE in tiers:
            return None
        if Tier.DISTRICT in tiers:
            return at + count, Named(units=meant, tier=Tier.DISTRICT, spelt=spelt)
        if meant and leads and not provinces.named(said):
            return at + count, Named(units=meant, tier=Tier.COMMUNE, spelt=spelt)
    return None


def _provinces(clause: Clause, gazetteer: Gazetteer) -> Iterator[str]:
    """Provinces by the name that was said, former or not; by today's where it was a nickname."""
    own = list(_by_own_name(clause, gazetteer))
    return iter(own or provinces.named(clause))


def _by_own_name(clause: Clause, gazetteer: Gazetteer) -> Iterator[str]:
    for at, count in product(range(len(clause)), range(2, _LONGEST)):
        meant = _meant(clause[at : at + count], gazetteer)
        yield from (one.name for one in meant if one.tier is Tier.PROVINCE)


def _kind(clause: Clause, at: int) -> tuple[int, str, Tier] | None:
    """Where the name begins if a kind is said here, and which."""
    for said, kind, tier in _SAID:
        if _stands(said, clause[at : at + len(said)]):
            return at + len(said), kind, tier
    return None


def _next_kind(clause: Clause, start: int) -> int:
    """Where the next kind is said, or the end. Of one letter it may be part of a name ("Ea H'Leo")."""
    further = range(start + 1, len(clause))
    return next((at for at in further if len(clause[at].bare) > 1 and _kind(clause, at)), len(clause))


def _stands(said: Clause, typed: Clause) -> bool:
    return len(said) == len(typed) and all(
        one.bare == other.bare and not disagreement(one.marked, other.marked)
        for one, other in zip(typed, said, strict=True)
    )


def _is(typed: Word, said: str) -> bool:
    return _stands((word(said),), (typed,))


def _meant(typed: Clause, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """The units of this name whose marks agree best with what was typed, and those that bore it earlier."""
    spelt = _spelt(typed)
    found = gazetteer.named(spelt)
    costs = {id(one): _cost(typed, one) for one in found if one.spelt == spelt}
    least = min(costs.values(), default=0.0)
    allowed = least if least <= _TOLERANCE * (len(typed) - 1) else -1.0
    return tuple(one for one in found if costs.get(id(one), allowed) <= allowed)


def _cost(typed: Clause, unit: Unit) -> float:
    """How far the typed marks are from the unit's; 0 where its words are written together."""
    written = words(unit.bare)
    if len(written) != len(typed):
        return 0.0
    return sum(disagreement(one.marked, other.marked) for one, other in zip(typed, written, strict=True))


def _near(rest: Clause, start: int, said: Named, gazetteer: Gazetteer) -> _Found:
    """The units with the fewest slips, of the longest stretch of words."""
    tried = [
        (slips, -count, unit)
        for count in _MISSPELT
        if count <= len(rest)
        for slips, unit in gazetteer.near(_spelt(rest[:count]), said.tier)
    ]
    if not tried:
        return None
    fewest = min((slips, count) for slips, count, _ in tried)
    units = tuple(unit for slips, count, unit in tried if (slips, count) == fewest)
    return start - fewest[1], replace(said, units=units, spelt=units[0].spelt)


def _spelt(typed: Sequence[Word]) -> str:
    return spelling([one.bare for one in typed])
