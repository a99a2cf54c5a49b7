"""The printer of a running service: it draws in a thread, so that nobody waits for somebody else's list."""

import asyncio
from collections.abc import Sequence

from bot.papers.calendar import calendar
from bot.papers.pdf import document
from bot.papers.picture import picture
from handlers.calendar_entry import Entry
from handlers.handout import Form, Handout


class Printer:
    """Pictures, documents and calendar files. Drawing one takes a few tenths of a second."""

    async def draw(self, handout: Handout, form: Form) -> bytes:
        """A checklist in one of its forms."""
        if form is Form.PICTURE:
            return await asyncio.to_thread(picture, handout)
        return await asyncio.to_thread(document, handout, form)

    async def calendar(self, entries: Sequence[Entry]) -> bytes:
        """Days to keep."""
        return calendar(entries)
