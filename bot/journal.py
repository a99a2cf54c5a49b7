"""One line in the log for every turn: how it went, and a short keyed hash instead of who it was."""

import logging

from bot.watching import Fate, Turned
from storage.keyed_hash import KeyedHash

log = logging.getLogger(__name__)

SIGNS = 8
"""Hexadecimal digits of a chat's hash: enough to follow one chat through a day's log, and no more."""


class Journal:
    """Writes turns down. Without the deployment's key nobody can tell whose hash it is."""

    def __init__(self, hasher: KeyedHash) -> None:
        self._hasher = hasher

    def came(self, channel: str) -> None:
        """Its turn will be written down."""

    def turned(self, turned: Turned) -> None:
        """A turn was answered."""
        facts = {
            "channel": turned.channel,
            "chat": self._hasher.digest("log", turned.channel, turned.chat)[:SIGNS],
            "outcome": str(turned.outcome),
            "waited_ms": round(turned.waited * 1000),
            "took_ms": round(turned.took * 1000),
        }
        log.info("turn", extra={"facts": facts})

    def carried(self, channel: str, fate: Fate, waited: float) -> None:
        """What went wrong is written down where it went wrong."""
