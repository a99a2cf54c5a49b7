"""The webhook: Telegram posts updates to our own web server, and signs them with a secret of ours."""

from bot.channels.post import Post, Told
from bot.channels.telegram.door import Door

HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook(door: Door, url: str, secret: str, refused: Told) -> Post:
    """Where updates come in."""
    return Post(door.take, url=url, header=HEADER, secret=secret, refused=refused)
