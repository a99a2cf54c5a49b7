from bot.intake.breaker import Breaker


class Fuse:
    """A breaker whose clock the test sets."""

    def __init__(self) -> None:
        self.now = 0.0
        self.breaker = Breaker(failures=3, seconds=60, clock=lambda: self.now)

    def after(self, *worked: bool) -> bool:
        """Whether it is open after so many answers, good or bad."""
        for good in worked:
            if good:
                self.breaker.worked()
            else:
                self.breaker.failed()
        return self.breaker.open


def test_it_opens_after_failures_in_a_row() -> None:
    fuse = Fuse()
    assert [fuse.after(False), fuse.after(False), fuse.after(True)] == [False, False, False]
    assert [fuse.after(False), fuse.after(False), fuse.after(False)] == [False, False, True]


def test_it_lets_one_through_after_a_pause_and_opens_again_at_once() -> None:
    fuse = Fuse()
    fuse.after(False, False, False)
    fuse.now = 61
    assert [fuse.after(), fuse.after(False)] == [False, True]
    fuse.now = 122
    assert [fuse.after(True), fuse.after(False)] == [False, False]
