"""Taking a checklist along: as a picture in the chat, as a document to print, as a link to share."""

from collections.abc import Iterator

from handlers.answer import Answer
from handlers.handout import Form
from handlers.language import later
from handlers.outcome import Outcome
from handlers.presses import OpenList, Printed, TakeAlong
from handlers.printing import case_link, handout
from handlers.reply import Block, File, Paragraph, Reply
from handlers.screen import Rows, button, column, screen
from handlers.sheet import Sheet
from handlers.turn import Turn
from knowledge.procedure import Procedure
from motcua.text import unmarked
from storage.checklists import Checklist

_WAYS = {
    Form.PICTURE: later("🖼 A picture for the chat"),
    Form.A4: later("📄 A PDF to print on A4"),
    Form.A6: later("📄 A small PDF (A6)"),
}
_TOLD = {
    Form.PICTURE: later("Here is your list as a picture. Keep it, or send it to whoever goes for you."),
    Form.A4: later("Here is your list as a PDF to print on A4."),
    Form.A6: later("Here is your list as a small PDF: four of them fit on a sheet of A4."),
}


async def offer(turn: Turn, press: TakeAlong, kept: Checklist, procedure: Procedure) -> Answer:
    """Which ways there are."""
    say = turn.say
    blocks: list[Block] = [
        Paragraph(text=say("Take your list for “{name}” along:", name=procedure.name)),
        *_link(turn, Sheet(kept=kept, procedure=procedure)),
    ]
    reply = screen(say, *blocks, rows=_forms(turn, kept), back=OpenList(checklist=kept.id))
    return _ended(turn, procedure, reply=reply, outcome=Outcome.OFFERED)


async def printed(turn: Turn, press: Printed, kept: Checklist, procedure: Procedure) -> Answer:
    """The file itself."""
    if turn.services.printer is None:
        return await offer(turn, TakeAlong(checklist=kept.id), kept, procedure)
    drawn = await turn.services.printer.draw(handout(turn, Sheet(kept=kept, procedure=procedure)), press.form)
    reply = screen(
        turn.say,
        Paragraph(text=turn.say(_TOLD[press.form])),
        rows=_forms(turn, kept, without=press.form),
        back=OpenList(checklist=kept.id),
    )
    reply = reply.model_copy(update={"files": (_file(procedure, press.form, drawn),)})
    return _ended(turn, procedure, reply=reply, outcome=Outcome.ANSWERED)


def file_name(title: str, ending: str) -> str:
    """A name that every system can write: “Đăng ký khai sinh” is ``dang-ky-khai-sinh.pdf``."""
    words = "".join(one if one.isalnum() else " " for one in unmarked(title).lower()).split()
    return f"{'-'.join(words)[:60].strip('-') or 'mot-cua'}.{ending}"


def _file(procedure: Procedure, form: Form, drawn: bytes) -> File:
    if form is Form.PICTURE:
        return File.holding(file_name(procedure.name, "png"), "image/png", drawn)
    return File.holding(file_name(procedure.name, "pdf"), "application/pdf", drawn)


def _link(turn: Turn, sheet: Sheet) -> Iterator[Paragraph]:
    address = case_link(turn, sheet)
    if address:
        yield Paragraph(
            text=turn.say("Whoever opens this link gets the papers of the same case, but not your ticks:")
        )
        yield Paragraph(text=address)


def _forms(turn: Turn, kept: Checklist, without: Form | None = None) -> Rows:
    if turn.services.printer is None:
        return ()
    forms = (form for form in Form if form is not without)
    return column(button(turn.say(_WAYS[form]), Printed(checklist=kept.id, form=form)) for form in forms)


def _ended(turn: Turn, procedure: Procedure, *, reply: Reply, outcome: Outcome) -> Answer:
    state = turn.about(procedure.code, turn.others(procedure.code))
    return Answer(replies=(reply,), state=state, outcome=outcome, code=procedure.code)
