"""What a conversation may use: the knowledge, the matcher, the key of proofs and the clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from handlers.calendar_entry import Entry as CalendarEntry
from handlers.handout import Form, Handout
from handlers.language import DEFAULT
from knowledge.absent import Absent
from knowledge.happenings import Happenings
from knowledge.matching.match import Entry, Matcher, Place
from knowledge.procedure import Procedure
from motcua.clock import Clock, utc_now
from storage.keyed_hash import KeyedHash


class Library(Protocol):
    """All procedures, shipped and imported."""

    def entries(self) -> Sequence[Entry]:
        """What there is, light enough to look through; nothing that is internal to officers."""
        ...

    async def find(self, code: str) -> Procedure | None:
        """One procedure with all its facts; None where nobody holds it."""
        ...

    def label(self, code: str) -> str:
        """A short human name of at most 60 characters, fit for a button; the code itself where unknown."""
        ...

    def known(self, code: str) -> bool:
        """Whether ``find`` would find it."""
        ...


class Printer(Protocol):
    """Draws what is taken along, out of the way of everybody else's answers."""

    async def draw(self, handout: Handout, form: Form) -> bytes:
        """A checklist as a PNG picture or a PDF document of at most 1 MB."""
        ...

    async def calendar(self, entries: Sequence[CalendarEntry]) -> bytes:
        """Days to keep as an iCalendar file."""
        ...


Address = Callable[[str, str], str]
"""The link under which a press is made on a channel, from the channel's name and the press."""


def nowhere(channel: str, press: str) -> str:
    """There are no links to here."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The parts a handler may use; ``home`` is what the deployment serves, ``language`` its default.

    ``often`` are the codes that are asked for most anywhere, for a place that has not asked yet.

    Without a ``printer`` nothing can be taken along; an ``address`` is empty where a channel has no links.
    """

    library: Library
    matcher: Matcher
    hasher: KeyedHash
    absent: Sequence[Absent] = ()
    often: Sequence[str] = ()
    happenings: Happenings = field(default_factory=Happenings)
    home: Place = field(default_factory=Place)
    printer: Printer | None = None
    address: Address = nowhere
    language: str = DEFAULT
    clock: Clock = utc_now
