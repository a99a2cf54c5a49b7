"""What a conversation may use: the knowledge, the matcher, the key of proofs and the clock."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The parts a handler may use; ``home`` is what the deployment serves, ``language`` its default."""

    library: Library
    matcher: Matcher
    hasher: KeyedHash
    absent: Sequence[Absent] = ()
    happenings: Happenings = field(default_factory=Happenings)
    home: Place = field(default_factory=Place)
    language: str = DEFAULT
    clock: Clock = utc_now
