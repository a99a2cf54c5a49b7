"""Papers that a person has at hand: remembered for other lists if they wish, forgotten at a press."""

from handlers.answer import Answer
from handlers.needed import everything
from handlers.outcome import Outcome
from handlers.presses import ForgetPapers, KeepPapers, Lists, MyPapers, OpenList
from handlers.reply import Block, Bullets, Paragraph
from handlers.screen import Rows, button, screen
from handlers.sheet import Sheet
from handlers.turn import Turn
from knowledge.paper_kinds import shipped
from knowledge.procedure import Procedure
from storage import papers
from storage.checklists import Checklist


async def known(turn: Turn, procedure: Procedure) -> frozenset[str]:
    """The papers of a procedure that the person is remembered to have; none where that was not wished."""
    kinds = await _kinds(turn)
    if not kinds:
        return frozenset()
    return frozenset(one.id for one in everything(procedure) if shipped().of(one.name) in kinds)


async def marked(turn: Turn, procedure: Procedure, paper: str, *, have: bool) -> None:
    """Remember, or forget, that a paper is there: only where the person wished it."""
    kind = _kind(procedure, paper)
    if not (turn.state.keeps_papers and kind):
        return
    if have:
        await papers.keep(turn.session, *_chat(turn), [kind], turn.now)
    else:
        await papers.drop(turn.session, *_chat(turn), kind)


async def keep(turn: Turn, press: KeepPapers, kept: Checklist, procedure: Procedure) -> Answer:
    """From now on remember what is there, beginning with what is ticked on this list."""
    kinds = {kind for paper in kept.ticks if (kind := _kind(procedure, paper))}
    await papers.keep(turn.session, *_chat(turn), kinds, turn.now)
    text = turn.say("I will remember the papers you have. On your next list they are ticked already:")
    return await _told(turn, text, back=OpenList(checklist=kept.id))


async def show(turn: Turn, press: MyPapers) -> Answer:
    """What is remembered."""
    if not turn.state.keeps_papers:
        text = turn.say("I remember no papers. On a list of yours, tap “Remember what I have”.")
        reply = screen(turn.say, Paragraph(text=text), rows=_lists(turn), back=turn.back)
        return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.ANSWERED)
    return await _told(turn, turn.say("Papers that you told me you have:"), back=Lists())


async def forget(turn: Turn, press: ForgetPapers) -> Answer:
    """Remember none, and no more from now on; ticks on lists stay."""
    await papers.forget(turn.session, *_chat(turn))
    text = turn.say("Done: I no longer remember which papers you have. The ticks on your lists stay.")
    reply = screen(turn.say, Paragraph(text=text), rows=_lists(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(keeps_papers=False), outcome=Outcome.ANSWERED)


def offer(turn: Turn, sheet: Sheet) -> Rows:
    """The way to have papers remembered, where one is ticked that stands on other lists, too."""
    if turn.state.keeps_papers:
        return ((button(turn.say("💾 Papers I remember"), MyPapers()),),)
    if not any(one.id in sheet.kept.ticks and shipped().of(one.name) for one in sheet.papers):
        return ()
    return ((button(turn.say("💾 Remember what I have"), KeepPapers(checklist=sheet.kept.id)),),)


async def _told(turn: Turn, text: str, back: OpenList | Lists) -> Answer:
    kinds = await papers.of_chat(turn.session, *_chat(turn))
    names = tuple(one.name for kind, one in shipped().kinds.items() if kind in kinds)
    blocks: list[Block] = [Paragraph(text=text), *([Bullets(items=names)] if names else [])]
    blocks.append(Paragraph(text=turn.say("Lost one, or it ran out? Untick it on any list.")))
    rows = ((button(turn.say("🗑 Do not remember papers"), ForgetPapers()),),)
    reply = screen(turn.say, *blocks, rows=rows, back=back)
    return Answer(replies=(reply,), state=turn.calm(keeps_papers=True), outcome=Outcome.ANSWERED)


async def _kinds(turn: Turn) -> frozenset[str]:
    if not turn.state.keeps_papers:
        return frozenset()
    return await papers.of_chat(turn.session, *_chat(turn))


def _kind(procedure: Procedure, paper: str) -> str:
    return next((shipped().of(one.name) for one in everything(procedure) if one.id == paper), "")


def _lists(turn: Turn) -> Rows:
    return ((button(turn.say("📋 My lists"), Lists()),),)


def _chat(turn: Turn) -> tuple[str, str]:
    return turn.message.channel, turn.message.chat
