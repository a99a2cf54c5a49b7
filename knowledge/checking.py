"""Compares what ships with a catalogue: facts that differ, procedures withdrawn, figures nobody published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from knowledge.facts import Facts
from knowledge.figures import Figure, figures
from knowledge.procedure import Procedure
from knowledge.published import Published
from knowledge.texts import texts

SHOWN = 90
"""Letters of a value that are shown."""

_BEFORE = 30
"""Letters shown before the place where two values part."""

_NAMES = ("number", "name", "text", "way", "code")
"""What an entry of a list is known by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that ships and does not hold. ``place`` is where in the file, ``withdrawn`` for all of it."""

    code: str
    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.code} {self.place}: {self.problem}"


def check(shipped: Iterable[Procedure], published: Mapping[str, Published]) -> Iterator[Finding]:
    """What of the shipped procedures does not hold, one after the other."""
    for procedure in shipped:
        record = published.get(procedure.code)
        if record is None:
            yield Finding(code=procedure.code, place="withdrawn", problem="the catalogue does not hold it")
            continue
        for place, problem in differences(procedure.facts, record.facts):
            yield Finding(code=procedure.code, place=place, problem=problem)
        for place, problem in unheld(procedure, published):
            yield Finding(code=procedure.code, place=place, problem=problem)


def codes(shipped: Iterable[Procedure]) -> frozenset[str]:
    """The codes to check by: of the procedures themselves, and of those their guides point to."""
    procedures = tuple(shipped)
    pointed = {pointer.code for one in procedures for pointer in _pointers(one)}
    return frozenset(pointed.union(one.code for one in procedures))


def differences(shipped: Facts, published: Facts) -> Iterator[tuple[str, str]]:
    """Each place where facts differ, and how."""
    return _differ("facts", shipped.model_dump(mode="json"), published.model_dump(mode="json"))


def unheld(procedure: Procedure, published: Mapping[str, Published]) -> Iterator[tuple[str, str]]:
    """Each figure of a guide that the record does not hold.

    Where the guide points to another procedure that one's record counts too, and what is said there may be
    repeated anywhere. How people speak (``says``) is their own.
    """
    if procedure.guide is None:
        return
    held = set(published[procedure.code].figures)
    for pointer in _pointers(procedure):
        other = published[pointer.code].figures if pointer.code in published else frozenset[Figure]()
        said = set(figures(pointer.text))
        yield from _strange(pointer.place, said - held - other)
        held |= said & other
    plain = procedure.guide.model_dump(mode="json", exclude={"says", "siblings", "next"})
    for place, text in texts("guide", plain):
        yield from _strange(place, set(figures(text)) - held)


def _strange(place: str, said: Iterable[Figure]) -> Iterator[tuple[str, str]]:
    for figure in sorted(said, key=lambda one: one.said):
        yield place, f'"{figure.said.strip()}" does not occur in the record'


class _Pointer(NamedTuple):
    """Where a guide points to another procedure, to which, and in what words."""

    place: str
    code: str
    text: str


def _pointers(procedure: Procedure) -> Iterator[_Pointer]:
    if procedure.guide:
        for at, sibling in enumerate(procedure.guide.siblings):
            yield _Pointer(f"guide.siblings.{at}", sibling.code, sibling.when)
        for at, after in enumerate(procedure.guide.next):
            yield _Pointer(f"guide.next.{at}", after.code, after.why)


def _differ(place: str, shipped: object, published: object) -> Iterator[tuple[str, str]]:
    match shipped, published:
        case dict(), dict():
            for name in shipped:
                yield from _differ(f"{place}.{name}", shipped[name], published[name])
        case list(), list() if len(shipped) == len(published):
            for at, (one, other) in enumerate(zip(shipped, published, strict=True)):
                yield from _differ(f"{place}.{at}", one, other)
        case list(), list():
            yield from _other_entries(place, shipped, published)
        case _ if shipped != published:
            start = _agreement(shipped, published)
            yield place, f"ships {_shown(shipped, start)}, the catalogue says {_shown(published, start)}"


def _other_entries(place: str, shipped: list[object], published: list[object]) -> Iterator[tuple[str, str]]:
    for one in shipped:
        if one not in published:
            yield place, f"ships {_shown(one)}, the catalogue does not"
    for one in published:
        if one not in shipped:
            yield place, f"the catalogue says {_shown(one)}, which does not ship"


def _agreement(one: object, other: object) -> int:
    """Where to begin to show two texts: a little before they part."""
    pairs = zip(str(one), str(other), strict=False)
    return max(0, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) - _BEFORE)


def _shown(value: object, start: int = 0) -> str:
    if isinstance(value, Mapping):
        value = next((value[name] for name in _NAMES if value.get(name)), value)
    if value in (None, "", [], {}):
        return "nothing"
    text = str(value).replace("\n", " ")
    shown = text[start : start + SHOWN]
    return f'"{"…" if start else ""}{shown.strip()}{"…" if len(text) > start + SHOWN else ""}"'
