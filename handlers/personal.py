"""What is kept of a chat: told to whoever asks, erased when they say so, with a receipt."""

from collections.abc import Iterator, Mapping

from handlers.answer import Answer
from handlers.language import Language, later
from handlers.outcome import Outcome
from handlers.presses import Erase, EraseNow, Home, MyData
from handlers.reply import Block, Bullets, Fact, Paragraph
from handlers.screen import button, screen
from handlers.state import State
from handlers.turn import Turn
from storage import consents, follows, persons, presences

_WORDS: Mapping[str, str] = {
    "lines": later("Lines you wrote"),
    "replies": later("My replies"),
    "checklists": later("Lists of papers"),
    "papers": later("Papers you told me you have"),
    "questions": later("Questions and thumbs kept for officers"),
    "dossiers": later("Dossiers you looked up or follow"),
    "consents": later("Consents"),
}
"""What people are told of; the state of the chat is part of its lines to them."""

MOST = 10


async def export(turn: Turn, press: MyData) -> Answer:
    """Everything that is kept of this chat, and since when it agreed to what."""
    channel, chat = turn.message.channel, turn.message.chat
    say = turn.say
    counts = await persons.held(turn.session, channel, chat)
    blocks: list[Block] = [Paragraph(text=say("What I keep of this chat:")), *_facts(say, counts)]
    ties = await follows.of_chat(turn.session, channel, chat)
    if ties:
        codes = tuple(one.code for one in ties[:MOST])
        blocks.append(Bullets(title=say("Your dossiers:"), items=codes))
    given = await consents.of_chat(turn.session, channel, chat)
    if given:
        day = say.moment(given.given_at)
        blocks.append(Paragraph(text=say("You agreed to be told about dossiers on {day}.", day=day)))
    blocks.append(await _numbers(turn))
    rows = ((button(say("🗑 Erase my data"), Erase()),),)
    reply = screen(say, *blocks, rows=rows, back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.ANSWERED)


async def erase(turn: Turn, press: Erase) -> Answer:
    """Ask once: it cannot be undone."""
    say = turn.say
    text = say(
        "Erase everything I keep of this chat: what was said, your lists of papers, and which dossiers "
        "you follow? It cannot be undone. The dossiers themselves stay with their agencies."
    )
    rows = ((button(say("Yes, erase it all"), EraseNow()),), (button(say("No, keep it"), Home()),))
    reply = screen(say, Paragraph(text=text), rows=rows, back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.CLARIFIED)


async def erase_now(turn: Turn, press: EraseNow) -> Answer:
    """Erase, and give a receipt."""
    say = turn.say
    receipt = await persons.erase(turn.session, turn.message.channel, turn.message.chat, turn.now)
    blocks: list[Block] = [
        Paragraph(text=say("Done: everything I kept of this chat is erased.")),
        Fact(label=say("Receipt"), text=f"{receipt.number}, {say.clock(receipt.at)}"),
        *_facts(say, receipt.counts),
        Paragraph(text=say("Keep the receipt if you want to prove it later.")),
    ]
    reply = screen(say, *blocks, back=Home())
    fresh = State(language=turn.state.language, met=True)
    return Answer(replies=(reply,), state=fresh, outcome=Outcome.ANSWERED)


async def _numbers(turn: Turn) -> Paragraph:
    """What is kept of one's numbers: none, unless a channel may send notices to a phone that was shared."""
    known = await presences.get(turn.session, turn.message.channel, turn.message.chat)
    if known is not None and known.phone:
        text = turn.say("The phone number you shared is kept, encrypted, to tell you of your dossiers.")
        return Paragraph(text=text)
    return Paragraph(text=turn.say("Your phone and identity numbers are not among it: I never keep them."))


def _facts(say: Language, counts: Mapping[str, int]) -> Iterator[Fact]:
    for word, text in _WORDS.items():
        yield Fact(label=say(text), text=str(counts[word]))
