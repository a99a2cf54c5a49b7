"""A checklist put together for paper or a picture: what to bring, in which case, where, and the way back."""

from collections.abc import Iterator

from handlers.handout import Handout, Listed
from handlers.needed import Needed, quantity
from handlers.presses import SharedCase
from handlers.screen import clip
from handlers.shared_case import pack
from handlers.sheet import Sheet, answered, details
from handlers.source import source
from handlers.telling.aspects import label, tell
from handlers.turn import Turn
from knowledge.matching.match import Aspect
from motcua.clock import in_vietnam

_FACTS = (Aspect.FEE, Aspect.TIME, Aspect.PLACE)
_FACT, _NAME, _DETAIL = 280, 200, 240


def handout(turn: Turn, sheet: Sheet) -> Handout:
    """All of it: papers with ticks, the case, fee, time and place, the source, and the link back."""
    say = turn.say
    case = tuple(answered(say, sheet))
    link = case_link(turn, sheet)
    return Handout(
        title=sheet.procedure.name,
        case_title=say("Your case:") if case else "",
        case=case,
        papers_title=say("Papers to bring · {have}/{all}", have=sheet.ticked, all=len(sheet.papers)),
        papers=tuple(_listed(turn, sheet, one) for one in sheet.papers),
        more=say("The list goes on: take the PDF along, it holds every paper."),
        facts=tuple(_facts(turn, sheet)),
        notes=(
            source(say, sheet.procedure).text,
            say("Made on {day}.", day=say.day(in_vietnam(turn.now).date())),
            say("The officer at the desk has the last word. Questions: call 1022."),
        ),
        link=link,
        link_note=say("Scan to open this list") if link else "",
    )


def case_link(turn: Turn, sheet: Sheet) -> str:
    """The address of the same case for anybody, without ticks; empty where this channel has no links."""
    press = SharedCase(code=sheet.procedure.code, case=pack(sheet.procedure, sheet.kept.answers))
    return turn.services.address(turn.message.channel, press.encode())


def _listed(turn: Turn, sheet: Sheet, paper: Needed) -> Listed:
    return Listed(
        name=clip(paper.name, _NAME),
        quantity=quantity(turn.say, paper),
        details=tuple(clip(one, _DETAIL) for one in details(turn.say, paper, sheet.kept.answers)),
        ticked=paper.id in sheet.kept.ticks,
    )


def _facts(turn: Turn, sheet: Sheet) -> Iterator[tuple[str, str]]:
    for aspect in _FACTS:
        told = tell(turn.say, aspect, sheet.procedure, turn.place)
        if not told.silent:
            yield label(turn.say, aspect), clip(told.in_short(), _FACT)
