"""A day to keep, as it goes into a person's own calendar."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``key`` makes the same day the same entry when it is taken in again; ``at`` is when it begins."""

    key: str
    title: str
    text: str
    at: datetime
    made: datetime
