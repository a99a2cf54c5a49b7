"""A few procedures to choose from: human names, and what tells them apart."""

from collections.abc import Mapping, Sequence

from handlers.answer import Answer
from handlers.language import Language, later
from handlers.outcome import Outcome
from handlers.press import Press
from handlers.presses import Card, Choices, Neither, NotThis
from handlers.reply import Block, Bullets, Button, Paragraph, Reply
from handlers.screen import button, clip, column, screen
from handlers.turn import Turn
from knowledge.facts import Facts, Level, Scope
from knowledge.places import province
from knowledge.procedure import Procedure

MOST = 4
"""More than four cannot be told apart at a glance."""

_LABEL = 60
_TELL = 110

_LEVELS = {
    Level.COMMUNE: later("at the commune"),
    Level.PROVINCE: later("at the province"),
    Level.MINISTRY: later("at a ministry"),
    Level.VERTICAL: later("at the branch's own office"),
    Level.OTHER: later("at another office"),
}


async def again(turn: Turn, press: Choices) -> Answer:
    """The same choice again, for who comes back from a card."""
    codes = tuple(code for code in press.codes if turn.services.library.known(code))
    reply = await choices(turn, turn.say("Which of these do you need?"), codes, back=turn.back)
    state = turn.calm(asked=codes, aspects=turn.state.aspects, here=press.encode())
    return Answer(replies=(reply,), state=state, outcome=Outcome.CLARIFIED)


async def not_this(turn: Turn, press: NotThis, procedure: Procedure) -> Answer:
    """What is easily taken for this procedure, then what the question might have meant besides."""
    siblings = {one.code: one.when for one in procedure.guide.siblings} if procedure.guide else {}
    codes = dict.fromkeys((*siblings, *press.others))
    known = tuple(one for one in codes if one != press.code and turn.services.library.known(one))[:6]
    text = turn.say("Not “{name}”? Perhaps one of these:", name=clip(procedure.name, _LABEL))
    if not known:
        text = turn.say("Then I do not know yet which one you mean. Please tell me in other words.")
    reply = await choices(turn, text, known, tells=siblings, back=Card(code=press.code, others=press.others))
    state = turn.calm(asked=known, here=press.encode())
    return Answer(replies=(reply,), state=state, outcome=Outcome.OFFERED, code=procedure.code)


async def choices(
    turn: Turn,
    text: str,
    codes: Sequence[str],
    *,
    tells: Mapping[str, str] | None = None,
    back: Press,
) -> Reply:
    """A reply that lets choose; a name that stands twice says where it is handled."""
    found = [one for one in [await turn.services.library.find(code) for code in codes] if one is not None]
    names = {one.code: turn.services.library.label(one.code) for one in found}
    labels = {one.code: _label(turn.say, one, names) for one in found}
    told = {one.code: (tells or {}).get(one.code) or _told_apart(one, found) for one in found}
    items = tuple(f"{labels[code]}: {text}" if text else labels[code] for code, text in told.items())
    blocks: list[Block] = [Paragraph(text=text), *([Bullets(items=items)] if items else [])]
    rows = (*column(_buttons(labels)), (button(turn.say("None of these"), Neither()),))
    return screen(turn.say, *blocks, rows=rows, back=back)


def _buttons(labels: Mapping[str, str]) -> list[Button]:
    codes = tuple(labels)
    return [
        button(name, Card(code=code, others=tuple(one for one in codes if one != code)[:3]))
        for code, name in labels.items()
    ]


def _label(say: Language, procedure: Procedure, names: Mapping[str, str]) -> str:
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
