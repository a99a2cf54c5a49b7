"""What the web chat needs of the running service; ``bot.app.App`` is one."""

from collections.abc import Sequence
from typing import Protocol

from bot.settings import Settings
from handlers.message import Message
from knowledge.matching.match import Entry
from storage.database import Database


class Lanes(Protocol):
    """Where a message goes in."""

    async def accept(self, message: Message) -> bool:
        """Take a message to be answered in its chat's order; False where it was taken before."""
        ...


class Library(Protocol):
    """The knowledge, as far as its being there matters."""

    def entries(self) -> Sequence[Entry]:
        """All procedures that can be asked for."""
        ...


class Service(Protocol):
    """The parts the web chat uses."""

    @property
    def settings(self) -> Settings:
        """How this deployment is set."""
        ...

    @property
    def database(self) -> Database:
        """What was said before."""
        ...

    @property
    def library(self) -> Library:
        """What is known."""
        ...

    @property
    def lanes(self) -> Lanes:
        """Where messages go in."""
        ...
