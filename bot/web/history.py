"""What was said before, as the page shows it again after a reload."""

import json
from typing import Literal

from bot.web.retelling import replied
from bot.web.wire import Replied, Said
from handlers.message import Kind
from storage import transcript
from storage.database import Database
from storage.transcript import Side, Spoken

SHOWN = 200
"""Lines and replies that come back; what is older stays in storage."""

Told = list[Said | Replied]


async def history(database: Database, chat: str) -> Told:
    """The end of a chat, oldest first."""
    async with database.reading() as session:
        spoken = await transcript.history(session, "web", chat, SHOWN)
    return retell(spoken)


def retell(spoken: list[Spoken]) -> Told:
    """Lines and replies in order.

    A press is told by the label of its button. A reply that took an earlier one's place stands there, so
    a tick is told by its list alone.
    """
    told: Told = []
    places: dict[str, int] = {}
    labels: dict[str, str] = {}
    for one in spoken:
        if one.side is Side.BOT:
            reply = replied(one.id, one.body)
            labels |= {button.press: button.label for row in reply.reply.buttons for button in row}
            _place(told, places, reply)
        elif words := _words(one.body, labels):
            told.append(Said(event=one.event_id, text=words))
        elif sent := _sent(one.body):
            told.append(Said(event=one.event_id, text="", sent=sent))
    return told


def _place(told: Told, places: dict[str, int], reply: Replied) -> None:
    key = reply.reply.key
    if key in places:
        told[places[key]] = reply
        return
    if key:
        places[key] = len(told)
    told.append(reply)


def _words(body: str, labels: dict[str, str]) -> str:
    message = json.loads(body)  # as bot.envelope sealed it
    return str(message["text"] or labels.get(message["press"], ""))


def _sent(body: str) -> Literal["", "picture", "location"]:
    """What was sent instead of words; of what it showed nothing was kept."""
    match json.loads(body).get("kind"):
        case Kind.PICTURE:
            return "picture"
        case Kind.LOCATION:
            return "location"
    return ""
