"""Sorts a catalogue's document list into papers to hand in, papers to show, real cases and notes.

The catalogue's groups are cases, headings or nothing at all, and its components papers or sentences.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.component import Component, Kind, bare, kind, paper, shows
from knowledge.facts import Group, Note, Paper

_NOTES = re.compile(r"(?:lưu ý|ghi chú|chú ý)\b", re.IGNORECASE)
_FILE = r"(?:(?:các )?(?:hồ sơ|giấy tờ|tài liệu|(?:thành phần )?hồ sơ))"
_HEADING = re.compile(
    rf"\S*|\d+ bộ hồ sơ|số lượng\b.*|(?:bao )?gồm|{_FILE}(?: khác| năng lực)?"
    rf"|(?:{_FILE} )?(?:phải )?(?:nộp|xuất trình|gửi)\b"
    r"(?:(?!hồ sơ|khi \w+ cảnh|đối với)[^()])*(?:\(bản chính\)[^()]*)?"
    r"|[\w ]{0,30} xuất trình (?:một trong )?các giấy tờ(?: sau)?",
    re.IGNORECASE,
)
_LEAD_OUT = re.compile(
    rf"[\s,:;.]*\b(?:{_FILE}\W*)?(?:bao )?gồm(?: có)?(?: {_FILE})?(?: sau)?\W*$", re.IGNORECASE
)
_COUNTED = re.compile(r"^trường hợp \(?\d+\)?\s*[:.]?\s+(?=\D)", re.IGNORECASE)
_LEAD_IN = re.compile(r",? thì (?:hồ sơ|phải|người|cần).{1,80}\bsau\W*$", re.IGNORECASE)


@dataclass
class _Pile:
    """The papers and notes gathered under one case."""

    papers: list[Paper] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def sort(groups: Iterable[tuple[str, list[Component]]]) -> tuple[Group, ...]:
    """One unnamed group for everybody, if anything is for everybody, then one group a real case."""
    piles: dict[str, _Pile] = {"": _Pile()}
    for title, components in sorted(groups, key=lambda group: _rank(group[0])):
        _lay(piles.setdefault(_case(title), _Pile()), title, components)
    return tuple(
        Group(name=case, papers=_once(pile.papers), notes=tuple(pile.notes))
        for case, pile in piles.items()
        if pile.papers or pile.notes
    )


def _rank(title: str) -> int:
    """What is for everybody comes first: the unnamed, then what is handed in, shown and noted."""
    text = bare(title)
    if not text:
        return 0
    return 3 if _NOTES.match(text) else 2 if shows(text) else 1


def _case(title: str) -> str:
    """The case a title names; empty where it is only a heading, or a note."""
    text = _LEAD_IN.sub("", _LEAD_OUT.sub("", bare(title)))
    if _is_note(text) or _HEADING.fullmatch(text):
        return ""
    return _COUNTED.sub("", text)


def _is_note(title: str) -> bool:
    return bool(_NOTES.match(title)) or " thì " in title


def _lay(pile: _Pile, title: str, components: list[Component]) -> None:
    """Put each component where it belongs; a heading among them says what becomes of those after it."""
    notes_only = bool(_NOTES.match(bare(title)))
    shown = shows(title)
    if " thì " in title and not _case(title):
        pile.notes.append(Note(text=bare(title)))
    for one in components:
        what = Kind.NOTE if notes_only else kind(one)
        if what is Kind.PAPER:
            pile.papers.append(paper(one, shown=shown))
        elif what is Kind.HEADING and not _case(one.name):
            shown = shows(one.name)
        elif text := bare(one.name):
            pile.notes.append(Note(text=text, code=one.code))


def _once(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    return tuple({(one.name.casefold(), one.note): one for one in papers}.values())
