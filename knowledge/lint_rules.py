"""What a good procedure file keeps to, beyond its shape."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from knowledge import plainness
from knowledge.facts import Facts
from knowledge.guide import Guide, GuidePaper, Question
from knowledge.procedure import Procedure

Place = tuple[str | int, ...]
"""Where in a file: the keys and indexes that lead there."""

FEWEST, MOST = 8, 20
"""Ways of saying it that a guide gives."""

_PRINTED = {"name", "form", "result"}
"""Where a paper is called as it is printed."""

_DISTRICT = re.compile(r"\b(?:cấp huyện|quận|huyện|phòng tư pháp|phòng lđ-?tb&?xh)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong in one place of a file, and how to mend it."""

    place: Place
    text: str
    mend: str


def of_procedure(procedure: Procedure, stem: str) -> Iterator[Problem]:
    """What is wrong with a whole file that is called ``stem``."""
    if procedure.code != stem:
        yield Problem(
            place=("facts", "code"),
            text=f"the file is called {stem} and holds {procedure.code}",
            mend="give the file the name of its code",
        )
    if procedure.source.checked < procedure.source.published:
        yield Problem(
            place=("source", "checked"),
            text="it was checked before it was published",
            mend="check it again and write the day",
        )
    if procedure.guide is None:
        yield Problem(place=(), text='"guide" is missing', mend="write the guide")
        return
    yield from of_guide(procedure.guide)
    yield from _codes(procedure.guide, procedure.facts)


def of_guide(guide: Guide) -> Iterator[Problem]:
    """What is wrong with a guide by itself."""
    yield from _says(guide)
    yield from _tips(guide)
    yield from _repeated(guide)
    yield from _unknown_cases(guide)
    for index, question in enumerate(guide.ask):
        yield from _idle_choices(guide, question, index)
    yield from _bare_cases(guide)
    yield from _wording(guide)


def ended(guide: Guide, today: date) -> Iterator[Problem]:
    """What the guide tells as ended by a day: since then it reads otherwise, and may be so written."""
    for index, one in enumerate(guide.until):
        if one.day < today:
            yield Problem(
                place=("guide", "until", index),
                text=f"what is told of {one.aspect} ended on {one.day:%d/%m/%Y}",
                mend=f'ask the catalogue, write what holds now as "{one.aspect}" and take this entry out',
            )


def _says(guide: Guide) -> Iterator[Problem]:
    told, place = len(guide.says), ("guide", "says")
    if told < FEWEST:
        mend = f'add at least {FEWEST - told} more under "says"'
        yield Problem(place=place, text=f"only {told} ways of saying it", mend=mend)
    if told > MOST:
        mend = f"keep the {MOST} that differ most"
        yield Problem(place=place, text=f"{told} ways of saying it", mend=mend)


def _tips(guide: Guide) -> Iterator[Problem]:
    if not guide.tips and not any(paper.tip for paper in guide.papers):
        mend = 'say under "tips" where people go wrong or what to bring along'
        yield Problem(place=("guide",), text="no tip", mend=mend)


def _repeated(guide: Guide) -> Iterator[Problem]:
    named: dict[Place, Iterable[str]] = {
        ("guide", "ask"): (question.id for question in guide.ask),
        ("guide", "papers"): (paper.id for paper in guide.papers),
    }
    for index, question in enumerate(guide.ask):
        named["guide", "ask", index] = (choice.id for choice in question.choices)
    for place, ids in named.items():
        for slug, times in Counter(ids).items():
            if times > 1:
                yield Problem(place=place, text=f'"{slug}" stands {times} times', mend="name each one apart")


def _unknown_cases(guide: Guide) -> Iterator[Problem]:
    known = {question.id: {choice.id for choice in question.choices} for question in guide.ask}
    for index, paper in enumerate(guide.papers):
        for asked, choices in paper.when.items():
            place = ("guide", "papers", index, "when", asked)
            if asked not in known:
                yield Problem(place=place, text=f'no question "{asked}"', mend='ask it under "ask"')
                continue
            for choice in sorted(set(choices) - known[asked]):
                mend = f"choose among {', '.join(sorted(known[asked]))}"
                yield Problem(place=place, text=f'no choice "{choice}" of "{asked}"', mend=mend)


def _idle_choices(guide: Guide, question: Question, index: int) -> Iterator[Problem]:
    """Two choices that bring the same papers: the question need not be asked."""
    lists = {choice.id: _papers(guide, question.id, choice.id) for choice in question.choices}
    for one, other in combinations(lists, 2):
        if lists[one] == lists[other]:
            yield Problem(
                place=("guide", "ask", index),
                text=f'"{one}" and "{other}" bring the same papers',
                mend=f'let a paper depend on "{question.id}" or join the two choices',
            )


def _bare_cases(guide: Guide) -> Iterator[Problem]:
    """Answers that together bring no paper at all."""
    asked = [[(question.id, choice.id) for choice in question.choices] for question in guide.ask]
    for answers in product(*asked):
        if not any(_brought(paper, dict(answers)) for paper in guide.papers):
            case = ", ".join(choice for _, choice in answers)
            mend = "add the paper that this case needs"
            yield Problem(place=("guide", "papers"), text=f'"{case}" brings no paper', mend=mend)


def _brought(paper: GuidePaper, answers: Mapping[str, str]) -> bool:
    return all(answers.get(asked) in choices for asked, choices in paper.when.items())


def _papers(guide: Guide, asked: str, choice: str) -> frozenset[str]:
    return frozenset(paper.id for paper in guide.papers if choice in paper.when.get(asked, (choice,)))


def _wording(guide: Guide) -> Iterator[Problem]:
    for place, text in _texts(guide.model_dump(exclude={"says"}), ("guide",)):
        told = plainness.long_sentences(text) if place[-1] in _PRINTED else plainness.faults(text)
        for fault in told:
            yield Problem(place=place, text=fault.text, mend=fault.mend)
        for found in _DISTRICT.findall(text):
            yield Problem(
                place=place,
                text=f'"{found}": there is no district level since 1 July 2025',
                mend="name the commune or the province",
            )


def _texts(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Every text in a value, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*place, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*place, index))


def _codes(guide: Guide, facts: Facts) -> Iterator[Problem]:
    held = {paper.code for group in facts.groups for paper in group.papers}
    held |= {note.code for group in facts.groups for note in group.notes}
    held |= {group.code for group in facts.groups}
    for index, paper in enumerate(guide.papers):
        for code in sorted(set(paper.official) - held):
            yield Problem(
                place=("guide", "papers", index, "official"),
                text=f"the facts hold no component {code}",
                mend="take the code of a paper under facts.groups",
            )
    pointers = [(("guide", "siblings", at), one.code) for at, one in enumerate(guide.siblings)]
    pointers += [(("guide", "next", at), one.code) for at, one in enumerate(guide.next)]
    for place, code in pointers:
        if code == facts.code:
            yield Problem(place=place, text="it points to itself", mend="name another procedure")
