"""What is no question: a greeting, thanks, a sigh, or nothing that can be read."""

from collections.abc import Callable, Mapping

from handlers.answer import Answer
from handlers.language import Language
from handlers.menu import doors, introduction
from handlers.outcome import Outcome
from handlers.reply import Block, Paragraph
from handlers.screen import screen
from handlers.turn import Turn

Words = Callable[[Language], tuple[Block, ...]]


def answer(turn: Turn, topic: str) -> Answer:
    """A fit word, and the ways into everything; an unknown topic is taken for noise."""
    words = _TOPICS.get(topic, _noise)
    if topic == "greeting" and turn.state.met:
        words = _hello_again
    met = turn.state.met or words is introduction
    reply = screen(turn.say, *words(turn.say), rows=doors(turn), back=turn.back)
    state = turn.calm(met=met)
    return Answer(replies=(reply,), state=state, outcome=Outcome.SMALLTALK, code=turn.at_hand or None)


def _hello_again(say: Language) -> tuple[Block, ...]:
    return (Paragraph(text=say("Hello again! What can I do for you?")),)


def _thanks(say: Language) -> tuple[Block, ...]:
    return (
        Paragraph(text=say("You are welcome. I wish you a smooth visit; ask me again whenever you need.")),
    )


def _goodbye(say: Language) -> tuple[Block, ...]:
    return (Paragraph(text=say("Goodbye! Your lists are kept here for you.")),)


def _sad(say: Language) -> tuple[Block, ...]:
    sorry = say(
        "I am sorry that this is so hard. Tell me what is in your way and I will look for the next step."
    )
    danger = say("If somebody is in danger, call 113 (police) or 115 (ambulance); 111 protects children.")
    return Paragraph(text=sorry), Paragraph(text=danger)


def _noise(say: Language) -> tuple[Block, ...]:
    lost = say("I could not read that. Write what you need in a few words, for example “register a birth”.")
    return (Paragraph(text=lost),)


_TOPICS: Mapping[str, Words] = {
    "greeting": introduction,
    "who": introduction,
    "thanks": _thanks,
    "goodbye": _goodbye,
    "sad": _sad,
    "noise": _noise,
}
