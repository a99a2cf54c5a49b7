"""How a message lies in the inbox until it is answered: as JSON of what the person sent."""

import json

from handlers.message import Kind, Message
from storage.inbox import Envelope

_RARE = ("kind", "public", "phone", "spot", "picture")
"""What few messages have."""


def seal(message: Message) -> str:
    """The part of a message that its inbox row does not hold in columns of its own."""
    body: dict[str, object] = {"text": message.text, "press": message.press}
    rare = {name: getattr(message, name) for name in _RARE}
    return json.dumps(body | {name: value for name, value in rare.items() if value}, ensure_ascii=False)


def sealed(message: Message) -> Envelope:
    """A message that its channel has read already, ready to be claimed."""
    return Envelope(
        channel=message.channel,
        chat=message.chat,
        event_id=message.event_id,
        body=seal(message),
        at=message.at,
    )


def open_envelope(envelope: Envelope) -> Message:
    """The message as it came in."""
    body = json.loads(envelope.body)
    spot = body.get("spot")
    return Message(
        channel=envelope.channel,
        chat=envelope.chat,
        event_id=envelope.event_id,
        at=envelope.at,
        text=body["text"],
        press=body["press"],
        kind=Kind(body.get("kind", Kind.WORDS)),
        public=body.get("public", False),
        phone=body.get("phone", ""),
        spot=(spot[0], spot[1]) if spot else None,
        picture=body.get("picture", ""),
    )
