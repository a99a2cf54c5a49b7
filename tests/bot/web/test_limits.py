from bot.web.limits import Limiter, Rate


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_and_then_no_more() -> None:
    limiter = Limiter(Rate(burst=3, per_second=1), Clock())
    assert [limiter.allow("a") for _ in range(4)] == [True, True, True, False]


def test_the_bucket_fills_up_again_to_its_brim() -> None:
    clock = Clock()
    limiter = Limiter(Rate(burst=2, per_second=0.5), clock)
    assert [limiter.allow("a") for _ in range(3)] == [True, True, False]
    clock.now = 2
    assert [limiter.allow("a") for _ in range(2)] == [True, False]
    clock.now = 1000
    assert [limiter.allow("a") for _ in range(3)] == [True, True, False]


def test_refused_tries_cost_nothing() -> None:
    clock = Clock()
    limiter = Limiter(Rate(burst=1, per_second=1), clock)
    assert limiter.allow("a")
    for tenth in range(1, 10):
        clock.now = tenth / 10
        assert not limiter.allow("a")
    clock.now = 1.0
    assert limiter.allow("a")


def test_each_key_has_its_own_bucket() -> None:
    limiter = Limiter(Rate(burst=1, per_second=1), Clock())
    assert limiter.allow("a")
    assert limiter.allow("b")


def test_only_the_latest_keys_are_remembered() -> None:
    limiter = Limiter(Rate(burst=1, per_second=0.001), Clock(), most=2)
    for key in ("a", "b", "c"):
        limiter.allow(key)
    assert not limiter.allow("c")
    assert limiter.allow("a")
