from datetime import timedelta

import pytest

from bot.channels.zalo.window import Window, window
from storage.presences import Presence
from tests.fakes.talk import START


@pytest.mark.parametrize(
    ("hours", "found"),
    [(0, Window.FREE), (48, Window.FREE), (48.1, Window.PAID), (168, Window.PAID), (168.1, Window.SHUT)],
)
def test_the_window_closes_in_two_steps(hours: float, found: Window) -> None:
    known = Presence(spoke_at=START - timedelta(hours=hours), human_until=None, phone="")
    assert window(known, START) is found


def test_of_whom_nothing_is_known_zalo_will_tell() -> None:
    assert window(None, START) is Window.FREE
