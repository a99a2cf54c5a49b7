from datetime import datetime

import pytest

from motcua.clock import VIETNAM
from storage.quiet_hours import waking


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


@pytest.mark.parametrize("moment", [at(22, 6), at(22, 12), at(22, 21, 59)])
def test_by_day_a_notice_comes_at_once(moment: datetime) -> None:
    assert waking(moment) == moment


@pytest.mark.parametrize("moment", [at(22, 22), at(22, 23, 59), at(23, 0), at(23, 5, 59)])
def test_by_night_it_waits_until_six(moment: datetime) -> None:
    assert waking(moment) == at(23, 6)
