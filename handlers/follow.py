"""Following a dossier that the chat proved: consent once, in plain words, then a notice when it moves."""

from datetime import timedelta

from handlers.answer import Answer
from handlers.language import Language
from handlers.outcome import Outcome
from handlers.presses import (
    Agree,
    Dossiers,
    DueDay,
    EndHelpers,
    Follow,
    Home,
    Share,
    ShowDossier,
    Track,
    Unfollow,
)
from handlers.progress import due_day, progress
from handlers.reply import Bullets, Button, Paragraph
from handlers.screen import Rows, button, column, screen
from handlers.state import Awaits
from handlers.turn import Turn
from storage import consents, dossiers, follows
from storage.dossiers import Dossier
from storage.follows import Follow as Tie
from storage.follows import Role

CONSENT = 1
"""The version of the wording below; raise it with the wording, and people are asked again."""

LOOKED = timedelta(days=1)
"""How long a proof lasts for one that only looked. Who follows is not asked again."""

MOST = 10


async def shown(turn: Turn, found: Dossier, tie: Tie) -> Answer:
    """A proved dossier with the ways to follow it."""
    code = found.procedure_code if turn.services.library.known(found.procedure_code) else ""
    rows = (*_calendar(turn, found, tie), *await doors(turn, tie))
    return Answer(
        replies=(progress(turn.say, found, code, turn.now, rows),),
        state=turn.about(code) if code else turn.calm(),
        outcome=Outcome.TRACKED,
        code=code or None,
    )


async def doors(turn: Turn, tie: Tie) -> Rows:
    """Follow it or stop; for the applicant, take back what others were let see."""
    say = turn.say
    one = button(say("🔔 Tell me when it moves"), Follow(follow=tie.id))
    if tie.followed_at:
        one = button(say("🔕 Stop telling me"), Unfollow(follow=tie.id))
    others = _own(tie) and await follows.helpers(turn.session, tie.dossier_id)
    end = ((button(say("Stop sharing it"), EndHelpers(follow=tie.id)),),) if others else ()
    lend = ((button(say("Share it with a helper"), Share(follow=tie.id)),),) if _own(tie) else ()
    return ((one,), *lend, *end)


async def show(turn: Turn, press: ShowDossier) -> Answer:
    """The dossier again; one that was only looked at asks for the proof anew after a day."""
    tie = await _tie(turn, press.follow)
    if tie is None:
        return gone(turn)
    if looked_long_ago(turn, tie):
        return _prove_again(turn, tie)
    found = await dossiers.get(turn.session, tie.code)
    return gone(turn) if found is None else await shown(turn, found, tie)


async def follow(turn: Turn, press: Follow) -> Answer:
    """Begin to tell, after the one question whether that is wanted."""
    tie = await _tie(turn, press.follow)
    if tie is None:
        return gone(turn)
    given = await consents.of_chat(turn.session, turn.message.channel, turn.message.chat)
    if given is None or given.version < CONSENT:
        return _ask(turn, tie)
    return await _begin(turn, tie)


async def agree(turn: Turn, press: Agree) -> Answer:
    """The consent, and what it was asked for."""
    tie = await _tie(turn, press.follow)
    if tie is None:
        return gone(turn)
    channel, chat = turn.message.channel, turn.message.chat
    await consents.give(turn.session, channel, chat, version=CONSENT, now=turn.now)
    return await _begin(turn, tie)


async def unfollow(turn: Turn, press: Unfollow) -> Answer:
    """Tell no more."""
    tie = await _tie(turn, press.follow)
    if tie is None:
        return gone(turn)
    await follows.unfollow(turn.session, tie.id)
    text = turn.say("I will not tell you about dossier {code} any more.", code=tie.code)
    again = button(turn.say("🔔 Tell me when it moves"), Follow(follow=tie.id))
    return _said(turn, text, again)


async def end_helpers(turn: Turn, press: EndHelpers) -> Answer:
    """Only the applicant may; whoever helped sees and hears nothing more of it."""
    tie = await _tie(turn, press.follow)
    if tie is None or tie.role is not Role.APPLICANT:
        return gone(turn)
    await follows.end_helpers(turn.session, tie.dossier_id)
    text = turn.say("Done. Nobody else sees dossier {code} by your leave now.", code=tie.code)
    return _said(turn, text, button(turn.say("See the whole dossier"), ShowDossier(follow=tie.id)))


async def mine(turn: Turn, press: Dossiers) -> Answer:
    """Every dossier this chat proved."""
    ties = await follows.of_chat(turn.session, turn.message.channel, turn.message.chat)
    text = turn.say("Your dossiers:") if ties else turn.say("You have looked up no dossier yet.")
    rows = (*column(_door(one) for one in ties[:MOST]), (button(turn.say("🔎 Look up a dossier"), Track()),))
    blocks = [Paragraph(text=text)]
    if any(not _own(one) for one in ties[:MOST]):
        blocks.append(Paragraph(text=turn.say("🤝 marks a neighbour's, shared with you.")))
    reply = screen(turn.say, *blocks, rows=rows, back=Home())
    return Answer(replies=(reply,), state=turn.calm(here=press.encode()), outcome=Outcome.OFFERED)


def looked_long_ago(turn: Turn, tie: Tie) -> bool:
    """Whether the proof is past its day, and nothing is followed."""
    return tie.followed_at is None and turn.now - tie.opened_at > LOOKED


def gone(turn: Turn) -> Answer:
    """This chat has no such dossier: never had, or it was ended, erased, or past its time."""
    text = turn.say("I no longer hold this for you. Please look the dossier up again.")
    reply = screen(turn.say, Paragraph(text=text), rows=((_look_up(turn.say),),), back=Home())
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.NEEDS_PROOF)


def _calendar(turn: Turn, found: Dossier, tie: Tie) -> Rows:
    """The day it is due for one's own calendar, while that lies ahead."""
    day = due_day(found)
    if turn.services.printer is None or day is None or day < turn.now:
        return ()
    return ((button(turn.say("📅 Add to my calendar"), DueDay(follow=tie.id)),),)


def _own(tie: Tie) -> bool:
    return tie.role is Role.APPLICANT


async def _tie(turn: Turn, follow_id: int) -> Tie | None:
    return await follows.get(turn.session, turn.message.channel, turn.message.chat, follow_id)


async def _begin(turn: Turn, tie: Tie) -> Answer:
    if looked_long_ago(turn, tie):
        return _prove_again(turn, tie)
    await follows.follow(turn.session, tie.id, turn.now)
    text = turn.say(
        "I will tell you here when dossier {code} moves, between 6:00 and 22:00. You can stop it any time.",
        code=tie.code,
    )
    return _said(turn, text, button(turn.say("🔕 Stop telling me"), Unfollow(follow=tie.id)))


def _ask(turn: Turn, tie: Tie) -> Answer:
    say = turn.say
    kept = (
        say("that this chat follows the dossier: its code, and since when"),
        say("that you agreed, and when"),
    )
    blocks = (
        Paragraph(text=say("To tell you when dossier {code} moves, I keep:", code=tie.code)),
        Bullets(items=kept),
        Paragraph(
            text=say(
                "Nothing else, and nobody else gets it. Stop it at any time; “erase my data” removes it all. "
                "Do you agree?"
            )
        ),
    )
    rows = (
        (button(say("I agree, tell me"), Agree(follow=tie.id)),),
        (button(say("No, thank you"), ShowDossier(follow=tie.id)),),
    )
    reply = screen(say, *blocks, rows=rows, back=ShowDossier(follow=tie.id))
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.CLARIFIED)


def _prove_again(turn: Turn, tie: Tie) -> Answer:
    text = turn.say(
        "It has been a while. Please type the last 4 digits of the phone or identity number again "
        "for dossier {code}.",
        code=tie.code,
    )
    reply = screen(turn.say, Paragraph(text=text), back=Track())
    state = turn.calm(awaits=Awaits.PROOF, dossier=tie.code)
    return Answer(replies=(reply,), state=state, outcome=Outcome.NEEDS_PROOF)


def _said(turn: Turn, text: str, door: Button) -> Answer:
    mine = button(turn.say("📁 My dossiers"), Dossiers())
    reply = screen(turn.say, Paragraph(text=text), rows=((door,), (mine,)), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.TRACKED)


def _door(tie: Tie) -> Button:
    marks = f"{'' if _own(tie) else '🤝 '}{'🔔 ' if tie.followed_at else ''}"
    return button(f"{marks}{tie.code}", ShowDossier(follow=tie.id))


def _look_up(say: Language) -> Button:
    return button(say("🔎 Look up a dossier"), Track())
