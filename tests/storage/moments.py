"""Moments that the storage tests share."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def later(minutes: float) -> datetime:
    """So many minutes after NOW."""
    return NOW + timedelta(minutes=minutes)
