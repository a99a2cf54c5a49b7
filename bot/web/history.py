"""What was said before, as the page shows it again after a reload."""

import json

from bot.web.retelling import replied
from bot.web.wire import Replied, Said
from storage import transcript
from storage.database import Database
from storage.transcript import Side, Spoken

SHOWN = 200
"""Lines and replies that come back; what is older stays in storage."""


async def history(database: Database, chat: str) -> list[Said | Replied]:
    """The end of a chat, oldest first."""
    async with database.reading() as session:
        spoken = await transcript.history(session, "web", chat, SHOWN)
    return retell(spoken)


def retell(spoken: list[Spoken]) -> list[Said | Replied]:
    """Lines and replies in order; a press is told by the label of its button, a tick only by its list."""
    told: list[Said | Replied] = []
    labels: dict[str, str] = {}
    for one in spoken:
        if one.side is Side.BOT:
            earlier = replied(one.id, one.body)
            labels |= {button.press: button.label for row in earlier.reply.buttons for button in row}
            told.append(earlier)
        elif words := _words(one.body, labels):
            told.append(Said(event=one.event_id, text=words))
    return told


def _words(body: str, labels: dict[str, str]) -> str:
    message = json.loads(body)  # as bot.envelope sealed it
    return str(message["text"] or labels.get(message["press"], ""))
