"""Looking a dossier up: its code, then four digits that only the applicant knows.

The digits are never said back and never kept, and a wrong proof is told in the same words as an unknown code.
"""

import re
from dataclasses import replace

from handlers import follow, sharing
from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.presses import Dossiers, Person, Track
from handlers.reply import Paragraph, Reply, Wish
from handlers.screen import button, screen
from handlers.state import Awaits
from handlers.turn import Turn
from handlers.words import has_no_code
from knowledge.dossier_code import find
from storage import follows, links
from storage.dossiers import Dossier
from storage.follows import Role
from storage.proofs import Refusal, prove

EXAMPLE = "000.00.04.H51-200221-0001"

PROOF = 4
"""Digits that prove a dossier to be one's own."""

_DIGIT = re.compile("[0-9]")
_WORD = re.compile(r"[^\W\d_]+")


async def track(turn: Turn, press: Track) -> Answer:
    """Ask for the code."""
    text = turn.say(
        "Please type the code of your dossier; it stands on the receipt. For example: {code}", code=EXAMPLE
    )
    return _ask_code(turn, text)


async def code_given(turn: Turn) -> Answer | None:
    """A dossier code stands in the line: ask for the proof. None where no code stands there."""
    if one_time := links.code_in(turn.text):
        return await sharing.opened(turn, one_time)
    codes = find(turn.text)
    if not codes:
        return None
    code = codes[0].text
    text = turn.say(
        "Dossier {code}: to keep it private, please type the last 4 digits of the phone number "
        "or of the identity number that was given when filing.",
        code=code,
    )
    return Answer(
        replies=(_prompt(turn, text),),
        state=turn.calm(awaits=Awaits.PROOF, dossier=code),
        outcome=Outcome.NEEDS_PROOF,
        redact=_holds_more_digits(turn.text, [one.text for one in codes]),
    )


async def awaited(turn: Turn) -> Answer | None:
    """The line as the code or the digits that were asked for; None where it is about something else."""
    if turn.state.awaits is Awaits.DOSSIER_CODE and has_no_code(turn.text):
        return _ask_code(turn, _where_a_code_stands(turn))
    digits = "".join(_DIGIT.findall(turn.text))
    if not digits or (len(digits) < PROOF and len(_WORD.findall(turn.text)) > 3):
        return None
    if turn.state.awaits is Awaits.PROOF:
        return await _prove(turn, digits)
    if turn.state.awaits is Awaits.DOSSIER_CODE:
        return _ask_code(
            turn, turn.say("That is no dossier code yet. A whole one looks like this: {code}", code=EXAMPLE)
        )
    return None


async def _prove(turn: Turn, digits: str) -> Answer:
    if len(digits) < PROOF:
        return _again(turn, turn.say("I need 4 digits. Please type the last four:"))
    found = await prove(
        turn.session,
        turn.services.hasher,
        channel=turn.message.channel,
        chat=turn.message.chat,
        code=turn.state.dossier,
        last4=digits[-PROOF:],
        now=turn.now,
    )
    return _refused(turn, found) if isinstance(found, Refusal) else await _shown(turn, found)


async def _shown(turn: Turn, found: Dossier) -> Answer:
    message = turn.message
    tie = await follows.opened(
        turn.session, message.channel, message.chat, found.code, role=Role.APPLICANT, now=turn.now
    )
    answer = follow.gone(turn) if tie is None else await follow.shown(turn, found, tie)
    return replace(answer, redact=True)


def _refused(turn: Turn, refusal: Refusal) -> Answer:
    """The same words whether the code or the digits are wrong; in a pause, when to come back."""
    say = turn.say
    if refusal.paused_until is None:
        sorry = say(
            "This code and these digits do not belong together. Please look at the receipt once more."
        )
        left = say.plural("{count} try left.", "{count} tries left.", refusal.remaining)
        return _again(turn, f"{sorry} {left}")
    text = say(
        "That was wrong several times, so I pause this look-up until {time} to protect the dossier. "
        "The one-stop desk can look it up for you at any time.",
        time=say.clock(refusal.paused_until),
    )
    reply = screen(
        say, Paragraph(text=text), rows=((button(say("🙋 Talk to a person"), Person()),),), back=turn.back
    )
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.REFUSED, redact=True)


def _again(turn: Turn, text: str) -> Answer:
    state = turn.calm(awaits=Awaits.PROOF, dossier=turn.state.dossier)
    return Answer(replies=(_prompt(turn, text),), state=state, outcome=Outcome.NEEDS_PROOF, redact=True)


def _where_a_code_stands(turn: Turn) -> str:
    return turn.say(
        "The code stands on the receipt, and in your account on the portal if you filed online. "
        "If you find neither, the desk where you filed can look it up for you."
    )


def _ask_code(turn: Turn, text: str) -> Answer:
    rows = (
        (button(turn.say("📁 My dossiers"), Dossiers()),),
        (button(turn.say("🙋 Talk to a person"), Person()),),
    )
    reply = screen(turn.say, Paragraph(text=text), rows=rows, back=turn.back)
    reply = reply.model_copy(update={"wish": Wish.PHONE})
    return Answer(replies=(reply,), state=turn.calm(awaits=Awaits.DOSSIER_CODE), outcome=Outcome.NEEDS_PROOF)


def _prompt(turn: Turn, text: str) -> Reply:
    other = button(turn.say("Another code"), Track())
    return screen(turn.say, Paragraph(text=text), rows=((other,),), back=Track())


def _holds_more_digits(text: str, codes: list[str]) -> bool:
    """Whether enough digits for a proof stand beside the codes: then the line must not be kept."""
    return len(_DIGIT.findall(text)) - len(_DIGIT.findall("".join(codes))) >= PROOF
