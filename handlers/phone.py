"""Dossiers by the phone number they were filed with, shared by a button of the channel's own.

The channel vouches that the number is the sender's, so it proves all dossiers filed with it. It is hashed to
look for them and kept nowhere.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

from handlers import follow
from handlers.answer import Answer
from handlers.language import Language
from handlers.message import Kind
from handlers.outcome import Outcome
from handlers.presses import ShowDossier, Track
from handlers.reply import Bullets, Paragraph, Reply, Wish
from handlers.screen import button, clip, column, screen
from handlers.telling.history import SHORT
from handlers.turn import Turn
from storage import dossiers, follows
from storage.dossiers import Dossier, of_phone
from storage.follows import Follow as Tie
from storage.follows import Role

MOST = 8
"""Dossiers that one reply lists."""

_NAME = 50

Found = tuple[Tie, Dossier]


async def shared(turn: Turn) -> Answer | None:
    """The dossiers of a number that was shared; in company none opens. None where no number was shared."""
    message = turn.message
    if message.kind is not Kind.CONTACT:
        return None
    if message.public or not message.phone:
        return _of_somebody_else(turn)
    codes = await of_phone(turn.session, turn.services.hasher, message.phone)
    found = [one async for one in _opened(turn, codes[:MOST])]
    return await _told(turn, found, len(codes))


async def _opened(turn: Turn, codes: Sequence[str]) -> AsyncIterator[Found]:
    channel, chat = turn.message.channel, turn.message.chat
    for code in codes:
        tie = await follows.opened(turn.session, channel, chat, code, role=Role.APPLICANT, now=turn.now)
        dossier = await dossiers.get(turn.session, code)
        if tie is not None and dossier is not None:
            yield tie, dossier


async def _told(turn: Turn, found: Sequence[Found], count: int) -> Answer:
    text = turn.say("Thank you. I have looked, and I do not keep the number.")
    thanks = Reply(blocks=(Paragraph(text=text),))
    if len(found) == 1:
        (tie, dossier), *_ = found
        answer = await follow.shown(turn, dossier, tie)
        return replace(answer, replies=(thanks, *answer.replies))
    reply = _list(turn.say, found, count) if found else _none(turn)
    outcome = Outcome.TRACKED if found else Outcome.NEEDS_PROOF
    return Answer(replies=(thanks, reply), state=turn.calm(), outcome=outcome)


def _list(say: Language, found: Sequence[Found], count: int) -> Reply:
    title = say("Filed with this number: {count} dossiers", count=count)
    if count > len(found):
        title = say("Filed with this number: {count} dossiers, here the newest", count=count)
    items = tuple(_item(say, dossier) for _, dossier in found)
    doors = column(button(dossier.code, ShowDossier(follow=tie.id)) for tie, dossier in found)
    return screen(say, Bullets(title=title, items=items), rows=doors, back=Track())


def _item(say: Language, dossier: Dossier) -> str:
    name = clip(dossier.procedure_name, _NAME) if dossier.procedure_name else dossier.code
    return f"{name}: {say(SHORT[dossier.status])}"


def _none(turn: Turn) -> Reply:
    text = turn.say(
        "I see no dossier that was filed with this number. You can still look one up by its code; it "
        "stands on the receipt."
    )
    rows = ((button(turn.say("🔎 Look up a dossier"), Track()),),)
    return screen(turn.say, Paragraph(text=text), rows=rows, back=turn.back)


def _of_somebody_else(turn: Turn) -> Answer:
    """A visiting card of another person, or one that was passed on, opens nothing."""
    text = turn.say(
        "I cannot take this number: only your own, shared with the button for it, shows that it is yours. "
        "I did not keep this one."
    )
    reply = screen(turn.say, Paragraph(text=text), back=turn.back).model_copy(update={"wish": Wish.PHONE})
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.REFUSED)
