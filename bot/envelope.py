"""How a message lies in the inbox until it is answered: as JSON of what the person sent."""

import json

from handlers.message import Kind, Message
from storage.inbox import Received


def seal(message: Message) -> str:
    """The part of a message that its inbox row does not hold in columns of its own."""
    body: dict[str, object] = {"text": message.text, "press": message.press}
    if message.kind is not Kind.WORDS:
        body["kind"] = message.kind
    if message.public:
        body["public"] = True
    return json.dumps(body, ensure_ascii=False)


def open_envelope(received: Received) -> Message:
    """The message as it came in."""
    body = json.loads(received.body)
    return Message(
        channel=received.channel,
        chat=received.chat,
        event_id=received.event_id,
        at=received.at,
        text=body["text"],
        press=body["press"],
        kind=Kind(body.get("kind", Kind.WORDS)),
        public=body.get("public", False),
    )
