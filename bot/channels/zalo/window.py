"""Until when we may write to somebody: Zalo counts from their last word."""

from datetime import datetime, timedelta
from enum import StrEnum

from storage.presences import Presence

FREE = timedelta(hours=48)
PAID = timedelta(days=7)


class Window(StrEnum):
    """How a message to somebody goes."""

    FREE = "free"
    PAID = "paid"
    """Allowed, from the account's quota or for money."""

    SHUT = "shut"


def window(known: Presence | None, now: datetime) -> Window:
    """The window of somebody. Of whom we know nothing it is open: Zalo will tell."""
    since = now - known.spoke_at if known else timedelta()
    if since > PAID:
        return Window.SHUT
    return Window.FREE if since <= FREE else Window.PAID
