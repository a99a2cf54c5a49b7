"""Sorts a catalogue's document list into papers to hand in, papers to show, real cases and notes.

The catalogue's groups are cases, headings or nothing at all, and its components papers or sentences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.component import Component, Kind, bare, kind, paper, shows
from knowledge.component_words import CONDITION, CONTENTS, OPEN_END, PAPER
from knowledge.facts import Group, Note, Paper
from knowledge.headings import case, is_conditional, is_plain, is_remark, is_rule, mark
from knowledge.unpacking import Packed, unpack


@dataclass
class _Pile:
    """The papers and notes gathered under one case, and the code of what names it."""

    code: str = ""
    papers: list[Paper] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


_END = 40
"""Letters in which a sentence shows whether it leaves the naming to those after it."""

_Piles = dict[str, _Pile]


def sort(groups: Iterable[tuple[str, list[Component]]]) -> tuple[Group, ...]:
    """One unnamed group for everybody, if anything is for everybody, then one group a real case."""
    piles: _Piles = {"": _Pile()}
    for title, components in sorted(groups, key=lambda group: _rank(group[0])):
        _lay(piles, title, components)
    return tuple(
        Group(name=name, code=pile.code, papers=_once(pile.papers), notes=tuple(pile.notes))
        for name, pile in piles.items()
        if pile.papers or pile.notes
    )


def _rank(title: str) -> int:
    """What is for everybody comes first: the unnamed, then what is handed in, shown and noted."""
    text = bare(title)
    if not text:
        return 0
    return 3 if is_remark(title) else 2 if shows(text) else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in the list we stand: under which case, and what was said of those that come next.

    ``until`` is the mark of the heading that opened the case: its next sibling ends it. ``within`` is the
    mark of a paper whose chapters follow, None where none do.
    """

    case: str
    shown: bool
    until: str = ""
    within: str | None = None


def _lay(piles: _Piles, title: str, components: Sequence[Component]) -> None:
    """Put each component where it belongs; a heading among them says what becomes of those after it."""
    home = _Place(case=case(title), shown=shows(title))
    if is_rule(title):
        _pile(piles, "").notes.append(Note(text=bare(title)))
    if is_remark(title):
        _pile(piles, "").notes.extend(_notes(components))
        return
    place = home
    opening = _opening(components)
    for at, one in enumerate(components):
        place = _take(piles, home, _left(home, place, one), one, opens=at in opening)


def _opening(components: Sequence[Component]) -> set[int]:
    """Which headings open a case: two of them in a row have lost the order in which they were written."""
    named = [_names_case(one) for one in components]
    beside = [False, *named, False]
    return {at for at, is_case in enumerate(named) if is_case and not beside[at] and not beside[at + 2]}


def _names_case(one: Component) -> bool:
    leads = OPEN_END.search(one.name, max(0, len(one.name) - _END))
    return bool(leads) and kind(one) is Kind.HEADING and is_conditional(case(one.name))


def _left(home: _Place, place: _Place, one: Component) -> _Place:
    """The place once more, out of the case that a heading opened where its sibling or a condition follows."""
    if place.case == home.case:
        return place
    sibling = place.until != "" and mark(one.name) == place.until
    return home if sibling or CONDITION.match(bare(one.name)) else place


def _take(piles: _Piles, home: _Place, place: _Place, one: Component, *, opens: bool) -> _Place:
    """Put one component away, and say where we stand after it."""
    opened = unpack(one)
    if isinstance(opened, Packed):
        _lay_packed(piles, place, opened)
        return place
    what = kind(one)
    if what is Kind.HEADING:
        return _under(piles, home, one, opens=opens)
    return _put(piles, place, one, what)


def _under(piles: _Piles, home: _Place, one: Component, *, opens: bool) -> _Place:
    """Below a heading: it asks to show, names a case, or only says something."""
    if is_plain(one.name):
        return replace(home, shown=shows(one.name))
    if opens:
        named = _nested(home.case, case(one.name))
        _pile(piles, named).code = one.code
        return replace(home, case=named, until=mark(one.name))
    _pile(piles, home.case).notes.append(Note(text=bare(one.name), code=one.code))
    return home


def _put(piles: _Piles, place: _Place, one: Component, what: Kind) -> _Place:
    chapter = place.within is not None and mark(one.name) != place.within and not PAPER.match(bare(one.name))
    pile = _pile(piles, place.case)
    if what is Kind.PAPER and not chapter:
        pile.papers.append(paper(one, shown=place.shown))
        return replace(place, within=mark(one.name) if _has_chapters(one.name) else None)
    pile.notes.extend(_notes([one]))
    return place


def _has_chapters(text: str) -> bool:
    return text.endswith(":") and bool(CONTENTS.search(text))


def _lay_packed(piles: _Piles, place: _Place, packed: Packed) -> None:
    """The same for a list inside one component: its lead is a heading for the list and nothing after it."""
    named = case(packed.lead)
    shown = shows(packed.lead) if packed.lead else place.shown
    if named:
        place = replace(place, case=_nested(place.case, named))
    inner = replace(place, shown=shown or place.shown)
    for item in packed.items:
        if isinstance(item, Packed):
            _lay_packed(piles, inner, item)
        else:
            _put(piles, inner, item, kind(item))


def _nested(outer: str, inner: str) -> str:
    return inner if outer in ("", inner) else f"{outer} — {inner}"


def _pile(piles: _Piles, name: str) -> _Pile:
    return piles.setdefault(name, _Pile())


def _notes(components: Iterable[Component]) -> list[Note]:
    return [Note(text=text, code=one.code) for one in components if (text := bare(one.name))]


def _once(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    return tuple({(one.name.casefold(), one.note): one for one in papers}.values())
