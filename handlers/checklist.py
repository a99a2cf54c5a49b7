"""Ticking papers off, turning pages, changing an answer, starting again."""

from handlers import own_papers, sheet
from handlers.answer import Answer
from handlers.card import next_buttons
from handlers.outcome import Outcome
from handlers.presses import Card, Change, Lists, OpenList, Question, Restart, TakeAlong, Tick
from handlers.reply import Paragraph
from handlers.screen import Rows, button, column, grid, screen
from handlers.sheet import Sheet
from handlers.source import source
from handlers.turn import Turn
from knowledge.procedure import Procedure
from storage import checklists
from storage.checklists import Checklist


async def open_list(turn: Turn, press: OpenList, kept: Checklist, procedure: Procedure) -> Answer:
    """One checklist, at one of its pages."""
    return await view(turn, kept, procedure, page=press.page)


async def tick(turn: Turn, press: Tick, kept: Checklist, procedure: Procedure) -> Answer:
    """Have a paper, or have it not; the same list is shown with its new ticks."""
    listed = Sheet(kept=kept, procedure=procedure)
    if press.paper not in (one.id for one in listed.papers):
        return await view(
            turn, kept, procedure, opening=turn.say("That paper is no longer on your list. Here it is now:")
        )
    if (press.paper in kept.ticks) != bool(press.have):
        kept = await _toggled(turn, kept, press.paper)
        await own_papers.marked(turn, procedure, press.paper, have=bool(press.have))
    key = turn.state.sheet if turn.state.sheet.startswith(_key(kept)) else ""
    return await view(turn, kept, procedure, page=listed.page_of(turn.say, press.paper), key=key)


async def change(turn: Turn, press: Change, kept: Checklist, procedure: Procedure) -> Answer:
    """Which of the answers to change."""
    asked = procedure.guide.ask if procedure.guide else ()
    if not asked:
        return await view(turn, kept, procedure)
    buttons = [button(one.text, Question(code=procedure.code, question=one.id)) for one in asked]
    text = Paragraph(text=turn.say("Which answer would you like to change?"))
    reply = screen(turn.say, text, rows=column(buttons), back=OpenList(checklist=press.checklist))
    state = turn.about(procedure.code, turn.others(procedure.code))
    return Answer(replies=(reply,), state=state, outcome=Outcome.CLARIFIED, code=procedure.code)


async def view(
    turn: Turn, kept: Checklist, procedure: Procedure, *, page: int = 0, opening: str = "", key: str = ""
) -> Answer:
    """The checklist as the end of a turn. With the ``key`` of an earlier one it takes that one's place."""
    listed = Sheet(kept=kept, procedure=procedure, known=await own_papers.known(turn, procedure))
    number = min(page, len(listed.pages(turn.say)) - 1)
    others = turn.others(procedure.code)
    key = key or f"{_key(kept)}{turn.now:%y%m%d%H%M%S}"
    reply = screen(
        turn.say,
        *([Paragraph(text=opening)] if opening else []),
        *sheet.blocks(turn.say, listed, number),
        source(turn.say, procedure),
        rows=(*sheet.turning(turn.say, listed, number), *_rows(turn, listed)),
        back=Card(code=procedure.code, others=others),
        key=key,
    )
    state = turn.about(procedure.code, others).model_copy(update={"sheet": key})
    return Answer(replies=(reply,), state=state, outcome=Outcome.ANSWERED, code=procedure.code)


def _rows(turn: Turn, listed: Sheet) -> Rows:
    number = listed.kept.id
    changes = [button(turn.say("🔄 Start this list again"), Restart(checklist=number))]
    if listed.kept.answers:
        changes.insert(0, button(turn.say("Change an answer"), Change(checklist=number)))
    return (
        *sheet.following(turn.say, listed, turn.services.library.known),
        *grid(next_buttons(turn.say, listed.procedure)),
        *own_papers.offer(turn, listed),
        tuple(changes),
        (
            button(turn.say("📎 Take it along"), TakeAlong(checklist=number)),
            button(turn.say("📋 My lists"), Lists()),
        ),
    )


async def _toggled(turn: Turn, kept: Checklist, paper: str) -> Checklist:
    channel, chat = turn.message.channel, turn.message.chat
    changed = await checklists.toggle(turn.session, channel, chat, kept.id, paper=paper, now=turn.now)
    return changed or kept


def _key(kept: Checklist) -> str:
    return f"checklist-{kept.id}-"
