"""All checklists of a chat, the one touched last first."""

from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.presses import Browse, Lists, OpenList
from handlers.reply import Button, Paragraph
from handlers.screen import button, clip, column, screen
from handlers.sheet import Sheet
from handlers.turn import Turn
from storage import checklists

MOST = 8
"""Older ones than that are not shown; their procedures still open them."""

_NAME = 48


async def show(turn: Turn, press: Lists) -> Answer:
    """The lists with their progress, or how to begin one."""
    buttons = await _buttons(turn)
    text = turn.say("Your lists of papers:")
    if not buttons:
        text = turn.say("You have no list yet. Ask me about a procedure, then tap “Papers for my own case”.")
        buttons = [button(turn.say("📚 Procedures by field"), Browse())]
    reply = screen(turn.say, Paragraph(text=text), rows=column(buttons), back=turn.back)
    state = turn.calm(here=press.encode())
    return Answer(replies=(reply,), state=state, outcome=Outcome.OFFERED)


async def _buttons(turn: Turn) -> list[Button]:
    kept = await checklists.of_chat(turn.session, turn.message.channel, turn.message.chat)
    shown = []
    for one in kept[:MOST]:
        procedure = await turn.services.library.find(one.procedure)
        if procedure is not None:
            sheet = Sheet(kept=one, procedure=procedure)
            progress = f"{clip(procedure.name, _NAME)} · {sheet.ticked}/{len(sheet.papers)}"
            shown.append(button(progress, OpenList(checklist=one.id)))
    return shown
