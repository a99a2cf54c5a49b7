"""What one person needs to have in hand: the guide's papers by their answers, or all of the catalogue's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zlib import crc32

from handlers.language import Language
from knowledge.facts import Group, Paper
from knowledge.guide import Choice, GuidePaper, Question
from knowledge.matching.match import Aspect
from knowledge.procedure import Procedure

UNKNOWN = "_"
"""The answer "I do not know": every paper that the question decides on is shown."""

_CLEAR = 12
"""Characters from which a choice is taken to be clear without its question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """One thing to have in hand.

    ``case`` says in words when it is needed, empty means always; ``when`` says it by questions and choices.
    ``note`` is what the catalogue wrote into the paper's name.
    """

    id: str
    name: str
    originals: int = 0
    copies: int = 0
    show_only: bool = False
    form: str = ""
    where: str = ""
    tip: str = ""
    note: str = ""
    case: str = ""
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def everything(procedure: Procedure) -> tuple[Needed, ...]:
    """All papers, of every case: the guide's, or the catalogue's where it has none or has changed since."""
    if procedure.guide is None or Aspect.PAPERS in procedure.stale:
        return tuple({one.id: one for one in _official(procedure.facts.groups)}.values())
    labels = _choice_labels(procedure)
    return tuple(_plain(paper, labels) for paper in procedure.guide.papers)


def needed(procedure: Procedure, answers: Mapping[str, str]) -> tuple[Needed, ...]:
    """The papers of this case; what was not answered, or not known, rules nothing out."""
    return tuple(one for one in everything(procedure) if _fits(one.when, answers))


def open_question(procedure: Procedure, answers: Mapping[str, str]) -> Question | None:
    """The first question not yet answered that still decides on a paper."""
    asked = procedure.guide.ask if procedure.guide else ()
    return next((one for one in asked if one.id not in answers and _decides(procedure, one, answers)), None)


def question(procedure: Procedure, slug: str) -> Question | None:
    """A case question by its name."""
    asked = procedure.guide.ask if procedure.guide else ()
    return next((one for one in asked if one.id == slug), None)


def chosen(procedure: Procedure, answers: Mapping[str, str]) -> Iterator[tuple[Question, Choice | None]]:
    """The questions answered, each with the choice that was made; None for "I do not know"."""
    for asked in procedure.guide.ask if procedure.guide else ():
        if asked.id in answers:
            yield asked, next((one for one in asked.choices if one.id == answers[asked.id]), None)


def in_words(asked: Question, choice: Choice) -> str:
    """A choice as it stands alone: a bare "Có" needs its question beside it."""
    return choice.label if len(choice.label) >= _CLEAR else f"{asked.text} {choice.label}"


def quantity(say: Language, paper: Needed) -> str:
    """How many of it, and whether it is only shown: "1 original, 2 copies"."""
    counts = (
        say.plural("{count} original", "{count} originals", paper.originals) if paper.originals else "",
        say.plural("{count} copy", "{count} copies", paper.copies) if paper.copies else "",
        say("only to show") if paper.show_only else "",
    )
    return ", ".join(filter(None, counts))


def _fits(when: Mapping[str, tuple[str, ...]], answers: Mapping[str, str]) -> bool:
    return all(answers.get(slug, UNKNOWN) in (*choices, UNKNOWN) for slug, choices in when.items())


def _decides(procedure: Procedure, asked: Question, answers: Mapping[str, str]) -> bool:
    return any(asked.id in one.when for one in needed(procedure, answers))


def _choice_labels(procedure: Procedure) -> Mapping[tuple[str, str], str]:
    asked = procedure.guide.ask if procedure.guide else ()
    return {(one.id, choice.id): in_words(one, choice) for one in asked for choice in one.choices}


def _plain(paper: GuidePaper, labels: Mapping[tuple[str, str], str]) -> Needed:
    cases = (" / ".join(labels.get((slug, one), one) for one in some) for slug, some in paper.when.items())
    return Needed(
        id=paper.id,
        name=paper.name,
        originals=paper.originals,
        copies=paper.copies,
        show_only=paper.show_only,
        form=paper.form,
        where=paper.where,
        tip=paper.tip,
        case=" + ".join(cases),
        when=paper.when,
    )


def _official(groups: tuple[Group, ...]) -> Iterator[Needed]:
    for group in groups:
        for paper in group.papers:
            yield _of_catalogue(group.name, paper)


def _of_catalogue(case: str, paper: Paper) -> Needed:
    digest = crc32(f"{case}\n{paper.name}\n{paper.note}".encode())
    return Needed(
        id=f"p{digest:08x}",
        name=paper.name,
        originals=paper.originals,
        copies=paper.copies,
        show_only=paper.show_only,
        form=paper.form,
        note=paper.note,
        case=case,
    )
