"""A stored reply as the page gets it: pictures before the words of a button are left out.

They help where a button is a line of text. Here it looks like a button, they would be read out by a
screen reader, and many a computer has no letters for them.
"""

import unicodedata

from bot.web.files import SHOWN
from bot.web.wire import Attached, Replied
from handlers.reply import Button, File, Reply

_PICTURES = frozenset({"So", "Sk", "Cf", "Mn", "Zs"})
"""Unicode categories: symbols, their joiners and variants, and the space behind them."""


def replied(reply_id: int, body: str) -> Replied:
    """The reply of one row of the outbox."""
    reply = Reply.model_validate_json(body)
    rows = tuple(tuple(_plain(button) for button in row) for row in reply.buttons)
    files = tuple(_attached(reply_id, index, file) for index, file in enumerate(reply.files))
    return Replied(id=reply_id, reply=reply.model_copy(update={"buttons": rows, "files": ()}), files=files)


def _attached(reply_id: int, index: int, file: File) -> Attached:
    return Attached(name=file.name, address=f"/chat/files/{reply_id}/{index}", shown=file.media_type in SHOWN)


def _plain(button: Button) -> Button:
    return Button(label=without_picture(button.label), press=button.press)


def without_picture(label: str) -> str:
    """The label from its first readable mark on; the whole of it where there is none."""
    for index, mark in enumerate(label):
        if unicodedata.category(mark) not in _PICTURES:
            return label[index:]
    return label
