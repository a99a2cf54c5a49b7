"""The one time zone of Vietnam, and a clock that tests can set."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, aware and in UTC: what is stored and compared."""
    return datetime.now(UTC)


def in_vietnam(moment: datetime) -> datetime:
    """The same moment as a citizen's wall clock shows it."""
    return moment.astimezone(VIETNAM)
