"""A reply as the Zalo Bot Platform shows it: plain text, choices as numbers to type."""

from bot.channels.splitting import pieces
from bot.channels.text import numbered
from handlers.reply import Reply

LIMIT = 2000
"""Characters of one message; we count as Telegram does, which is never less."""


def parts(reply: Reply, *, apart: str = "") -> list[str]:
    """A reply in as few messages as it fits in; ``apart`` is who to write to in private where others read."""
    return pieces(numbered(reply, apart=apart), LIMIT)
