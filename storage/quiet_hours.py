"""When a notice may come: not between 22:00 and 6:00 in Vietnam."""

from datetime import datetime, time, timedelta
from typing import Final

from motcua.clock import in_vietnam

FROM: Final = time(22)
UNTIL: Final = time(6)


def waking(moment: datetime) -> datetime:
    """The moment itself by day, the next morning's six o'clock by night."""
    local = in_vietnam(moment)
    if UNTIL <= local.time() < FROM:
        return moment
    morning = local.date() + timedelta(days=1 if local.time() >= FROM else 0)
    return datetime.combine(morning, UNTIL, local.tzinfo)
