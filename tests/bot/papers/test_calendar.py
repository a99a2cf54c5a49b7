from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from bot.papers.calendar import LASTS, calendar
from handlers.calendar_entry import Entry

DUE = Entry(
    key="dossier 000.00.04.H51-200221-0001",
    title="Ngày hẹn trả hồ sơ",
    text="Ngày trên giấy hẹn là ngày đúng nhất; nhớ mang giấy hẹn.",
    at=datetime(2026, 11, 27, 1, tzinfo=UTC),
    made=datetime(2026, 11, 22, 3, tzinfo=UTC),
)


def test_a_day_is_kept_in_vietnams_time_with_a_reminder() -> None:
    read = Calendar.from_ical(calendar([DUE]))
    (event,) = read.events
    assert event.start == DUE.at
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20261127T080000" in calendar([DUE])
    assert event["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert [str(zone["TZID"]) for zone in read.timezones] == ["Asia/Ho_Chi_Minh"]
    assert event.end - event.start == LASTS
    assert event["summary"] == DUE.title
    assert event["description"] == DUE.text
    (alarm,) = event.alarms.times
    assert alarm.trigger == DUE.at - timedelta(days=1)


def test_the_same_day_is_the_same_event_and_names_nobody() -> None:
    moved = Entry(key=DUE.key, title=DUE.title, text="", at=DUE.at + timedelta(days=2), made=DUE.made)
    first, second = (Calendar.from_ical(calendar([one])).events[0]["uid"] for one in (DUE, moved))
    assert first == second
    assert "0001" not in calendar([DUE]).decode()


def test_several_days_are_several_events() -> None:
    other = Entry(key="another", title="Khác", text="", at=DUE.at, made=DUE.made)
    uids = {str(event["uid"]) for event in Calendar.from_ical(calendar([DUE, other])).events}
    assert len(uids) == 2
