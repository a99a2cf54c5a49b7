"""Deep links: ``t.me/<bot>?start=<payload>``, read by ``handlers.deep_links``."""

from telegram.helpers import create_deep_linked_url

from handlers.deep_links import payload


def link(bot: str, press: str) -> str:
    """The address under which a press is made in a chat of two; empty where it would be too long."""
    packed = payload(press)
    return create_deep_linked_url(bot, packed) if packed else ""
