import pytest

from bot.pacing import Pace, Rate


class Watch:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_no_rate_is_no_wait() -> None:
    pace = Pace(Watch())
    assert [pace.wait("a", None) for _ in range(5)] == [0.0] * 5


def test_the_burst_leaves_at_once_and_the_rest_at_the_rate() -> None:
    pace, rate = Pace(Watch()), Rate(per_second=2, burst=3)
    assert [pace.wait("a", rate) for _ in range(6)] == pytest.approx([0, 0, 0, 0.5, 1.0, 1.5])


def test_keys_do_not_wait_for_one_another() -> None:
    pace, rate = Pace(Watch()), Rate(per_second=1)
    assert [pace.wait(key, rate) for key in "aab"] == pytest.approx([0, 1, 0])


def test_the_allowance_fills_up_again_and_not_beyond_the_burst() -> None:
    watch = Watch()
    pace, rate = Pace(watch), Rate(per_second=1, burst=2)
    assert [pace.wait("a", rate) for _ in range(3)] == pytest.approx([0, 0, 1])
    watch.now += 3600
    assert [pace.wait("a", rate) for _ in range(3)] == pytest.approx([0, 0, 1])


def test_twenty_a_minute_are_never_more() -> None:
    watch = Watch()
    pace, rate = Pace(watch), Rate(per_second=20 / 60)
    leaves = [pace.wait("group", rate) for _ in range(60)]
    assert all(sum(start <= at < start + 59.9 for at in leaves) <= 20 for start in leaves)


def test_memory_is_bounded() -> None:
    pace, rate = Pace(Watch(), most=2), Rate(per_second=1)
    assert [pace.wait(key, rate) for key in ("a", "b", "c", "a")] == [0.0] * 4
