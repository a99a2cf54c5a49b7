"""The first words, the menu, help, a human being, and the language."""

from dataclasses import replace

from handlers.answer import Answer
from handlers.dossier import EXAMPLE
from handlers.language import Language, Languages
from handlers.outcome import Outcome
from handlers.presses import (
    Browse,
    Card,
    Events,
    Help,
    Home,
    Lists,
    Nearby,
    Often,
    Person,
    Speak,
    Start,
    Tongues,
    Track,
)
from handlers.reply import Block, Bullets, Button, Paragraph, Reply
from handlers.screen import Rows, button, clip, grid, screen
from handlers.turn import Turn

_NAME = 40


async def start(turn: Turn, press: Start) -> Answer:
    """Who this is, what it can do, and what it never needs."""
    reply = screen(turn.say, *introduction(turn.say), rows=doors(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(met=True, here=""), outcome=Outcome.SMALLTALK)


async def home(turn: Turn, press: Home) -> Answer:
    """The menu."""
    text = Paragraph(text=turn.say("What do you need? Write it in your own words, or choose:"))
    reply = Reply(blocks=(text,), buttons=doors(turn))
    return Answer(
        replies=(reply,), state=turn.calm(here=""), outcome=Outcome.OFFERED, code=turn.at_hand or None
    )


async def help_(turn: Turn, press: Help) -> Answer:
    """How to use it, by example."""
    say = turn.say
    examples = (
        say("“how do I register my newborn” – I find the procedure"),
        say("“how much is it”, “how long does it take” – about the procedure we just talked of"),
        say("a dossier code such as {code} – I look it up", code=EXAMPLE),
        say("type the number of a button instead of tapping it"),
        say("“menu”, “back”, “my lists” – work anywhere"),
    )
    text = Paragraph(text=say("Write to me as you would to a neighbour, with or without Vietnamese marks:"))
    reply = screen(say, text, Bullets(items=examples), promise(say), rows=doors(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.SMALLTALK)


async def person(turn: Turn, press: Person) -> Answer:
    """Where a human being is found."""
    say = turn.say
    where = (
        say("Call 1022, your province's information line. Elsewhere in Vietnam dial the area code first."),
        say("Come to the one-stop desk of your commune or ward in office hours."),
        say("Ask the community digital team of your village or quarter."),
    )
    blocks = (Paragraph(text=say("To talk to a person:")), Bullets(items=where))
    reply = screen(say, *blocks, rows=doors(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.HANDED_OFF, code=turn.at_hand or None)


async def speak(turn: Turn, press: Speak) -> Answer:
    """Go on in another language; one that has no catalogue changes nothing."""
    languages = Languages.shipped()
    name = press.language if press.language in languages.names else turn.say.name
    turn = replace(turn, say=languages.of(name))
    text = Paragraph(
        text=turn.say("From now on I speak English. The procedures themselves stay in Vietnamese.")
    )
    reply = screen(turn.say, text, rows=doors(turn), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(language=name), outcome=Outcome.SMALLTALK)


async def tongues(turn: Turn, press: Tongues) -> Answer:
    """The languages to choose from, each by its own name."""
    languages = Languages.shipped()
    buttons = [button(f"🌐 {languages.of(name).endonym}", Speak(language=name)) for name in languages.names]
    text = Paragraph(text=turn.say("Which language shall I speak?"))
    reply = screen(turn.say, text, rows=grid(buttons), back=turn.back)
    return Answer(replies=(reply,), state=turn.calm(), outcome=Outcome.SMALLTALK, code=turn.at_hand or None)


def introduction(say: Language) -> tuple[Block, ...]:
    """The first words of all."""
    abilities = (
        say("find the right procedure: papers, fee, time and place"),
        say("list the papers of your own case, for you to tick off"),
        say("tell you where your dossier is"),
    )
    hello = say("Hello! I am Một Cửa, an automatic assistant for public procedures. I can:")
    example = say("Just write, for example: “how do I register my newborn”.")
    return Paragraph(text=hello), Bullets(items=abilities), promise(say), Paragraph(text=example)


def promise(say: Language) -> Paragraph:
    """What nobody needs to tell."""
    return Paragraph(text=say("I never need your identity number to answer a question."))


def disclosure(say: Language) -> Paragraph:
    """The promise and the name in one line, under the first answer of a chat that began with a question."""
    return Paragraph(
        text=say("I am an automatic assistant. I never need your identity number to answer a question.")
    )


def doors(turn: Turn) -> Rows:
    """The ways into everything, the procedure at hand first."""
    say = turn.say
    doors = (
        button(say("🌱 Events in life"), Events()),
        button(say("📚 Procedures by field"), Browse()),
        button(say("🔎 Look up a dossier"), Track()),
        button(say("📋 My lists"), Lists()),
        button(say("🔥 Often asked here"), Often()),
        button(say("📍 Near me"), Nearby()),
        button(say("🙋 Talk to a person"), Person()),
        button(say("❔ Help"), Help()),
        *_other_languages(say),
    )
    return (*_at_hand(turn), *grid(doors))


def _at_hand(turn: Turn) -> Rows:
    library, code = turn.services.library, turn.at_hand
    if not code or not library.known(code):
        return ()
    name = turn.say("↩ {name}", name=clip(library.label(code), _NAME))
    return ((button(name, Card(code=code, others=turn.others(code))),),)


def _other_languages(say: Language) -> list[Button]:
    languages = Languages.shipped()
    others = [languages.of(name) for name in languages.names if name != say.name]
    return [button(f"🌐 {one.endonym}", Speak(language=one.name)) for one in others]
