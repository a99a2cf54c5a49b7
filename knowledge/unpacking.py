"""Opens a component that holds a whole list: ``Hồ sơ gồm: a) Đơn …; b) Bản sao …``.

Some offices write all of their papers into one component. Its marks are trusted only where they repeat or
count up, and the list is opened only where what they part are papers: the chapters of one paper, the
alternatives to it and the lines of a note stay together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.component import Component, bare
from knowledge.component_words import CONDITION_FIRST, CONTAINER, DEMAND, FORM_NUMBER, OPEN_END, PAPER, REMARK

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MARK = re.compile(
    r"(?<!\S)(?:(?P<bullet>[-–+*•])|\(?(?P<sign>(?:\d{1,2}|[a-zđA-ZĐ])(?:\.\d{1,2})*|[ivxIVX]{2,4})"
    r"(?:[).]|(?<=\d\.\d)(?=\s)))\s*"
)
_CONTENTS = re.compile(
    r"\b(?:nội dung|nêu rõ|xác định rõ|ghi rõ|thể hiện|thông tin|trong đó)\b[^.;]{0,80}$", re.IGNORECASE
)
_FILE_END = re.compile(r"\bthành phần hồ sơ\W*$", re.IGNORECASE)
_CHOICE = re.compile(r"\b(?:một trong|một hoặc một số|(?:các|những) trường hợp sau|yêu cầu đối với)\b", re.I)
_NEXT = re.compile(r";\s+(?=[A-ZĐ])")
_ANNEX = re.compile(r"phụ lục [\w.]{1,5} $", re.IGNORECASE)
_STOPS = ";:.,\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A list that stood in one component: what leads into it, empty if nothing does, and its items."""

    lead: str
    items: tuple["Packed | Component", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A bullet or a number in the text; ``ordinal`` counts from 1, and is 0 for a bullet."""

    kind: str
    ordinal: int
    start: int


def unpack(one: Component) -> Packed | Component:
    """The list inside a component, or the component as it is where there is none."""
    chain = _chain(one.name)
    if not chain:
        return one
    starts = [mark.start for mark in chain]
    lead, texts = one.name[: starts[0]].strip(), _cut(one.name, starts)
    if PAPER.match(bare(lead)) and not _opens(lead):
        lead, texts = "", [lead, *texts]
    items = _items(one, texts)
    return Packed(lead=lead, items=items) if _is_list(lead, items) else one


def _cut(text: str, starts: list[int]) -> list[str]:
    """The text from each start to the next; a new paper after a semicolon needs no mark of its own."""
    ends = [*starts[1:], len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return [piece for part in parts for piece in ([part] if _chain(part) else _pieces(part))]


def _pieces(part: str) -> list[str]:
    whole, *others = _NEXT.split(part)
    pieces = [whole]
    for other in others:
        if _is_paper(other) and not DEMAND.search(other):
            pieces.append(other)
        else:
            pieces[-1] += f"; {other}"
    return pieces


def _items(one: Component, texts: list[str]) -> tuple[Packed | Component, ...]:
    """The items as components of their own; the form belongs to the first paper."""
    parts = [replace(one, name=text.strip(), form="") for text in texts]
    first = next((at for at, part in enumerate(parts) if _is_paper(part.name)), 0)
    parts[first] = replace(parts[first], form=one.form)
    return tuple(map(unpack, parts))


def _is_list(lead: str, items: tuple[Packed | Component, ...]) -> bool:
    """Whether it is a list of papers that are all to be brought."""
    if REMARK.match(bare(lead)) or _CHOICE.search(lead) or _CONTENTS.search(lead):
        return False
    if PAPER.match(bare(lead)) and not _holds_papers(lead):
        return False
    papers = sum(isinstance(item, Packed) or _is_paper(item.name) for item in items)
    return papers * 2 >= len(items)


def _holds_papers(lead: str) -> bool:
    return bool(CONTAINER.match(bare(lead)) or _FILE_END.search(lead))


def _opens(lead: str) -> bool:
    return bool(OPEN_END.search(lead) or _holds_papers(lead))


def _is_paper(text: str) -> bool:
    name = bare(text)
    if FORM_NUMBER.match(name):
        return False
    return bool(PAPER.match(name) or CONDITION_FIRST.fullmatch(name))


def _chain(text: str) -> list[_Mark]:
    """The marks of the outermost list: of the kind that comes first and goes on."""
    marks = list(_marks(text))
    chains = (_going_on(mark.kind, marks) for mark in marks)
    return next((chain for chain in chains if len(chain) > 1), [])


def _going_on(kind: str, marks: list[_Mark]) -> list[_Mark]:
    chain: list[_Mark] = []
    for mark in marks:
        last = chain[-1].ordinal if chain else 0
        if mark.kind == kind and (not mark.ordinal or 0 < mark.ordinal - last <= _gap(kind, chain)):
            chain.append(mark)
    return chain


def _gap(kind: str, chain: list[_Mark]) -> int:
    """Lists by letter leave some out: đ, f and j."""
    return 2 if chain and kind.lower().startswith("letter") else 1


def _marks(text: str) -> Iterator[_Mark]:
    for found in _MARK.finditer(text):
        if not _begins(text, found.start(), found.end(), bullet=bool(found["bullet"])):
            continue
        if found["bullet"]:
            yield _Mark(kind=found["bullet"].replace("–", "-"), ordinal=0, start=found.start())
        else:
            yield from _signs(found["sign"], found.start())


def _begins(text: str, start: int, end: int, *, bullet: bool) -> bool:
    """Whether a sentence begins behind the mark; a dash may also stand inside a name."""
    if FORM_NUMBER.match(text, end) or _ANNEX.search(text, 0, start):
        return False
    if PAPER.match(text, end) and text[end : end + 1].isupper():
        return True
    before = text[:start].rstrip(" ")[-1:]
    stopped = not bullet or not before or before in _STOPS
    return stopped and (text[end : end + 1].isupper() or bool(PAPER.match(text, end)))


def _signs(sign: str, start: int) -> Iterator[_Mark]:
    """What a number or letter may stand for: an ``i`` is both a letter and a Roman one."""
    head, *deeper = sign.lower().split(".")
    case = "upper" if sign[0].isupper() else ""
    if head in _ROMANS and not deeper:
        yield _Mark(kind=f"roman {case}", ordinal=_ROMANS.index(head) + 1, start=start)
    if deeper:
        yield _Mark(kind=f"{sign.count('.')} deep", ordinal=int(deeper[-1]), start=start)
    elif head.isdigit():
        yield _Mark(kind="number", ordinal=int(head), start=start)
    elif head in _LETTERS:
        yield _Mark(kind=f"letter {case}", ordinal=_LETTERS.index(head) + 1, start=start)
