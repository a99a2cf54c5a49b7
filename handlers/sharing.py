"""One-time codes: the desk's printed one opens a dossier, the applicant's own lets a helper follow it."""

from dataclasses import replace

from handlers import follow
from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.presses import Share, ShowDossier, Track
from handlers.reply import Paragraph
from handlers.screen import button, screen
from handlers.turn import Turn
from storage import dossiers, follows, links
from storage.follows import Role


async def opened(turn: Turn, secret: str) -> Answer:
    """Open with a one-time code; a false, a used and a stale one are told in the same words.

    Guessing is hopeless (99 bits), so wrong ones are not counted.
    """
    used = await links.use(turn.session, secret, turn.now)
    found = await dossiers.get(turn.session, used.code) if used else None
    if used is None or found is None:
        return replace(_stale(turn), redact=True)
    channel, chat = turn.message.channel, turn.message.chat
    tie = await follows.opened(turn.session, channel, chat, found.code, role=used.role, now=turn.now)
    answer = follow.gone(turn) if tie is None else await follow.shown(turn, found, tie)
    return replace(answer, redact=True)


async def share(turn: Turn, press: Share) -> Answer:
    """Make a code for one other person; only the applicant may."""
    tie = await follows.get(turn.session, turn.message.channel, turn.message.chat, press.follow)
    if tie is None or tie.role is not Role.APPLICANT or follow.looked_long_ago(turn, tie):
        return follow.gone(turn)
    secret = await links.make(turn.session, tie.code, role=Role.HELPER, now=turn.now)
    text = turn.say(
        "Give this code to one person you trust; typed to me within 7 days it opens dossier {code}, once:",
        code=tie.code,
    )
    back = ShowDossier(follow=tie.id)
    reply = screen(turn.say, Paragraph(text=text), Paragraph(text=secret or ""), back=back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.TRACKED)


def _stale(turn: Turn) -> Answer:
    text = turn.say("This code was used already, or its time is over. Please ask for a new one.")
    door = button(turn.say("🔎 Look up a dossier"), Track())
    reply = screen(turn.say, Paragraph(text=text), rows=((door,),), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.NEEDS_PROOF)
