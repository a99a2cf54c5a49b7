"""A printer that draws nothing and remembers what it was given."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.calendar_entry import Entry
from handlers.handout import Form, Handout


@dataclass
class FakePrinter:
    """``drawn`` are the checklists with their forms, ``kept`` the days."""

    drawn: list[tuple[Handout, Form]] = field(default_factory=list)
    kept: list[Entry] = field(default_factory=list)

    async def draw(self, handout: Handout, form: Form) -> bytes:
        self.drawn.append((handout, form))
        return f"{form.name}: {handout.title}".encode()

    async def calendar(self, entries: Sequence[Entry]) -> bytes:
        self.kept.extend(entries)
        return b"BEGIN:VCALENDAR"


def address(channel: str, press: str) -> str:
    """A link that says what it does."""
    return f"https://example.vn/{channel}/{press}"
