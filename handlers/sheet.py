"""How a personal checklist is drawn: its papers page by page, the case it is for, what to do next."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from handlers.language import Language
from handlers.needed import UNKNOWN, Needed, chosen, in_words, needed, quantity
from handlers.presses import Card, OpenList, Tick
from handlers.reply import Block, Bullets, Checklist, Item, Paragraph
from handlers.screen import Rows, button, clip, column, pages
from handlers.telling.papers import case, nothing_listed
from knowledge.procedure import Procedure
from storage import checklists

PAGE = 760
"""Characters of the papers on one page."""

_NAME, _DETAIL, _WHY = 120, 200, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One checklist beside the procedure it is for; ``known`` are papers told of before."""

    kept: checklists.Checklist
    procedure: Procedure
    known: frozenset[str] = frozenset()

    @property
    def papers(self) -> tuple[Needed, ...]:
        """What this person needs, by their answers."""
        return needed(self.procedure, self.kept.answers)

    @property
    def ticked(self) -> int:
        """How many of them they have."""
        return sum(one.id in self.kept.ticks for one in self.papers)

    def pages(self, say: Language) -> list[tuple[Item, ...]]:
        """The papers as items, shared out over pages."""
        items = [_item(say, one, self) for one in self.papers]
        return pages(items, lambda item: len(item.label) + len(item.detail), PAGE)

    def page_of(self, say: Language, paper: str) -> int:
        """The page on which a paper stands."""
        starts = [index for index, page in enumerate(self.pages(say)) for _ in page]
        return starts[[one.id for one in self.papers].index(paper)]


def blocks(say: Language, sheet: Sheet, page: int) -> tuple[Block, ...]:
    """One page of the checklist, then the case it stands for and what to do once all is there."""
    if not sheet.papers:
        return (Paragraph(text=nothing_listed(say)),)
    items = sheet.pages(say)[page]
    title = say("Papers to bring · {have}/{all}", have=sheet.ticked, all=len(sheet.papers))
    drawn: list[Block] = [Checklist(title=title, items=items)]
    told = tuple(answered(say, sheet))
    if told:
        drawn.append(Bullets(title=say("Your case:"), items=told))
    drawn.append(Paragraph(text=_hint(say, sheet)))
    return tuple(drawn)


def following(say: Language, sheet: Sheet, known: Callable[[str], bool]) -> Rows:
    """What usually comes after, once everything is there."""
    after = sheet.procedure.guide.next if sheet.procedure.guide else ()
    if sheet.ticked < len(sheet.papers):
        return ()
    return column(
        button(say("Next: {why}", why=clip(one.why, _WHY)), Card(code=one.code))
        for one in after
        if known(one.code)
    )


def turning(say: Language, sheet: Sheet, page: int) -> Rows:
    """Buttons to the other pages, where there are any."""
    count = len(sheet.pages(say))
    around = [number for number in (page - 1, page + 1) if 0 <= number < count]
    if not around:
        return ()
    return (
        tuple(
            button(
                say("Page {page}/{pages}", page=number + 1, pages=count),
                OpenList(checklist=sheet.kept.id, page=number),
            )
            for number in around
        ),
    )


def _item(say: Language, paper: Needed, sheet: Sheet) -> Item:
    kept = sheet.kept
    have = paper.id in kept.ticks
    told = say("you told me that you have it") if have and paper.id in sheet.known else ""
    return Item(
        label=clip(paper.name, _NAME),
        detail=clip(" · ".join(filter(None, (told, _detail(say, paper, kept.answers)))), _DETAIL),
        ticked=have,
        press=Tick(checklist=kept.id, paper=paper.id, have=int(not have)).encode(),
    )


def details(say: Language, paper: Needed, answers: Mapping[str, str]) -> tuple[str, ...]:
    """What to know of a paper in this case: when it is needed, where one gets it, the usual mistake."""
    decided = paper.when and all(answers.get(slug, UNKNOWN) != UNKNOWN for slug in paper.when)
    parts = (
        "" if decided else case(say, paper),
        paper.note,
        paper.where,
        say("Mind: {tip}", tip=paper.tip) if paper.tip else "",
    )
    return tuple(part.rstrip(".") for part in parts if part)


def answered(say: Language, sheet: Sheet) -> Iterator[str]:
    """The case in words, an answer a line."""
    for asked, choice in chosen(sheet.procedure, sheet.kept.answers):
        yield in_words(asked, choice) if choice else say("not sure: {question}", question=asked.text)


def _detail(say: Language, paper: Needed, answers: Mapping[str, str]) -> str:
    return " · ".join(filter(None, (quantity(say, paper), *details(say, paper, answers))))


def _hint(say: Language, sheet: Sheet) -> str:
    missing = len(sheet.papers) - sheet.ticked
    if not missing:
        return say("That is everything. You can go and hand it in now.")
    if not sheet.ticked:
        return say("Tap a paper when you have it. I keep this list for you; come back any day.")
    return say.plural("{count} paper to go.", "{count} papers to go.", missing)
