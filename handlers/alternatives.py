"""Procedures that may be meant: human names, and what tells them apart, as citizens would put it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.language import Language, later
from handlers.screen import clip
from handlers.turn import Turn
from handlers.words import bare, says_all
from knowledge.facts import Facts, Level, Scope
from knowledge.places import province
from knowledge.procedure import Procedure

_LABEL = 60
_TELL = 110

_LEVELS = {
    Level.COMMUNE: later("at the commune"),
    Level.PROVINCE: later("at the province"),
    Level.MINISTRY: later("at a ministry"),
    Level.VERTICAL: later("at the branch's own office"),
    Level.OTHER: later("at another office"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One procedure to choose: ``label`` fits a button, ``tell`` says when it is the right one."""

    code: str
    label: str
    tell: str = ""


async def alternatives(turn: Turn, codes: Sequence[str], beside: str = "") -> tuple[Alternative, ...]:
    """Those of the codes that the library holds; ``beside`` is what they were taken for."""
    found = [one for code in codes if (one := await turn.services.library.find(code))]
    taken_for = await turn.services.library.find(beside) if beside else None
    names = {one.code: turn.services.library.label(one.code) for one in found}
    among = [taken_for, *found] if taken_for else found
    return tuple(
        Alternative(code=one.code, label=_label(turn.say, one, names), tell=_told_apart(one, among))
        for one in found
    )


def meant(among: Sequence[Alternative], line: str) -> tuple[Alternative, ...]:
    """Those whose name and telling words hold every word of the line."""
    words = set(bare(line).split())
    return tuple(one for one in among if words and says_all(f"{one.label} {one.tell}", line, words))


def _label(say: Language, procedure: Procedure, names: Mapping[str, str]) -> str:
    """The name; one that stands twice says where it is handled."""
    name = clip(names[procedure.code], _LABEL)
    where = _where(say, procedure.facts)
    twice = list(names.values()).count(names[procedure.code]) > 1
    return f"{name} ({where})" if twice and where else name


def _where(say: Language, facts: Facts) -> str:
    own = province(facts.publisher) if facts.scope is Scope.PROVINCIAL else ""
    return own or "".join(say(_LEVELS[one]) for one in facts.levels[:1])


def _told_apart(procedure: Procedure, among: Sequence[Procedure]) -> str:
    """What the others say of this one, or its own sentence, or its field."""
    for other in among:
        for sibling in other.guide.siblings if other.guide else ():
            if sibling.code == procedure.code:
                return sibling.when
    if procedure.guide:
        return clip(procedure.guide.summary, _TELL)
    return ", ".join(procedure.facts.fields)
