from datetime import UTC, datetime, timedelta

from motcua.clock import in_vietnam, utc_now


def test_now_is_aware() -> None:
    assert utc_now().utcoffset() == timedelta(0)


def test_vietnam_is_seven_hours_ahead_all_year() -> None:
    for month in (1, 7):
        moment = datetime(2026, month, 1, 20, tzinfo=UTC)
        assert in_vietnam(moment).isoformat() == f"2026-0{month}-02T03:00:00+07:00"
