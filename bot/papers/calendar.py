"""Days to keep as an iCalendar file, with a reminder the day before."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta

from icalendar import Alarm, Calendar, Event

from handlers.calendar_entry import Entry
from motcua.clock import VIETNAM, in_vietnam

LASTS = timedelta(minutes=30)
BEFORE = timedelta(days=1)


def calendar(entries: Sequence[Entry]) -> bytes:
    """One event a day, in Vietnam's time. Taken in again it changes the same event."""
    drawn = Calendar()
    drawn.add("prodid", "-//Mot Cua//motcua//VI")
    drawn.add("version", "2.0")
    drawn.add("method", "PUBLISH")
    for entry in entries:
        drawn.add_component(_event(entry))
    drawn.add_missing_timezones()
    return bytes(drawn.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    start = in_vietnam(entry.at).replace(tzinfo=VIETNAM)
    event.add("uid", f"{hashlib.sha256(entry.key.encode()).hexdigest()[:32]}@motcua")
    event.add("dtstamp", entry.made)
    event.add("dtstart", start)
    event.add("dtend", start + LASTS)
    event.add("summary", entry.title)
    event.add("description", entry.text)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -BEFORE)
    event.add_component(alarm)
    return event
