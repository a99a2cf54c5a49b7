"""What may be seen of the running service from outside: how it goes, never who says what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from handlers.outcome import Outcome


class Fate(StrEnum):
    """What became of a reply that was brought to its channel."""

    SENT = "sent"
    PUT_OFF = "put_off"
    GIVEN_UP = "given_up"
    GONE = "gone"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """One turn that was answered: claimed at ``came``, begun, and committed at ``done``."""

    channel: str
    chat: str
    outcome: Outcome
    came: datetime
    begun: datetime
    done: datetime

    @property
    def waited(self) -> float:
        """Seconds in the inbox and in its chat's lane."""
        return seconds(self.came, self.begun)

    @property
    def took(self) -> float:
        """Seconds of answering, the commit included."""
        return seconds(self.begun, self.done)


class Watch(Protocol):
    """Somebody who looks on. It must be quick and must not fail."""

    def came(self, channel: str) -> None:
        """Something new was claimed."""
        ...

    def turned(self, turned: Turned) -> None:
        """A turn was answered."""
        ...

    def carried(self, channel: str, fate: Fate, waited: float) -> None:
        """A reply was brought to its channel, ``waited`` seconds after it was said."""
        ...


class Watches:
    """Several who look on; nobody where none is given."""

    def __init__(self, *watches: Watch) -> None:
        self._watches: Sequence[Watch] = watches

    def came(self, channel: str) -> None:
        """Tell all of them."""
        for watch in self._watches:
            watch.came(channel)

    def turned(self, turned: Turned) -> None:
        """Tell all of them."""
        for watch in self._watches:
            watch.turned(turned)

    def carried(self, channel: str, fate: Fate, waited: float) -> None:
        """Tell all of them."""
        for watch in self._watches:
            watch.carried(channel, fate, waited)


NOBODY = Watches()


def seconds(begin: datetime, end: datetime) -> float:
    """From one moment to another; a clock that was set back in between is no time at all."""
    return max(0.0, (end - begin).total_seconds())
