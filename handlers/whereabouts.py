"""“Xã tôi giờ thuộc xã nào”: what became of a place, told by its name of before or of today."""

from collections.abc import Sequence

from handlers.answer import Answer
from handlers.language import Language
from handlers.outcome import Outcome
from handlers.reply import Block, Bullets, Paragraph
from handlers.screen import screen
from handlers.state import Awaits
from handlers.turn import Turn
from handlers.words import asks_what_became, names_a_kind
from knowledge.communes import Today, today
from knowledge.gazetteer import Tier

MOST = 8
"""Places or communes that are told at once."""


async def asked(turn: Turn) -> Answer | None:
    """The line as a question after a place; None where it is none."""
    if not asks_what_became(turn.text):
        return None
    found = today(turn.text, turn.place.province)
    if found:
        return told(turn, found)
    return unknown(turn, Awaits.PLACE) if names_a_kind(turn.text) else None


async def awaited(turn: Turn) -> Answer | None:
    """The line as the name that was asked for; None where it is about something else."""
    if turn.state.awaits is not Awaits.PLACE:
        return None
    found = today(turn.text, turn.place.province)
    return told(turn, found) if found else None


def told(turn: Turn, found: Sequence[Today]) -> Answer:
    """Where the place is today, or all that bear its name."""
    lines = tuple(sentence(turn.say, one) for one in found[:MOST])
    blocks: list[Block] = [Paragraph(text=lines[0])]
    if len(lines) > 1:
        blocks = [Paragraph(text=turn.say("Several places have that name:")), Bullets(items=lines)]
        more = turn.say("If yours is not clear, type its district and province too.")
        blocks.append(Paragraph(text=more))
    reply = screen(turn.say, *blocks, back=turn.back)
    awaits = Awaits.PLACE if len(lines) > 1 else Awaits.ANYTHING
    return Answer(
        replies=(reply,),
        state=turn.calm(awaits=awaits),
        outcome=Outcome.ANSWERED,
        code=turn.at_hand or None,
    )


def unknown(turn: Turn, awaits: Awaits) -> Answer:
    """No name, or one that nobody bore: what to type."""
    text = turn.say(
        "Which place is it? Type its former commune with its district or province, "
        "for example “xã Tam Hải, huyện Núi Thành”."
    )
    reply = screen(turn.say, Paragraph(text=text), back=turn.back)
    state = turn.calm(awaits=awaits)
    return Answer(replies=(reply,), state=state, outcome=Outcome.CLARIFIED, code=turn.at_hand or None)


def sentence(say: Language, one: Today) -> str:
    """One place in one sentence."""
    text = _current(say, one) if not one.former else _former(say, one)
    return text[:1].upper() + text[1:]


def _current(say: Language, one: Today) -> str:
    name = ", ".join((*one.communes[:1], one.province))
    return say("{name} is the name in use today.", name=name)


def _former(say: Language, one: Today) -> str:
    communes = _some(say, one.communes)
    if one.tier is Tier.DISTRICT:
        return say(
            "{former}: there are no districts any more. It lies in {province} today: {communes}.",
            former=one.former,
            province=one.province,
            communes=communes,
        )
    if len(one.communes) > 1:
        return say(
            "{former} was divided: {communes}, {province}.",
            former=one.former,
            communes=communes,
            province=one.province,
        )
    now = ", ".join((*one.communes, one.province))
    return say("{former} is {now} today.", former=one.former, now=now)


def _some(say: Language, communes: Sequence[str]) -> str:
    shown, more = communes[:MOST], len(communes) - MOST
    names = ", ".join(shown)
    return names if more <= 0 else say("{names} and {count} more", names=names, count=more)
