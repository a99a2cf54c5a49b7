from bot.timed import Timed
from knowledge.matching.match import Place
from tests.fakes.matcher import FakeMatcher


def test_it_matches_like_the_other_and_tells_the_time() -> None:
    told: list[float] = []
    timed = Timed(FakeMatcher(), told.append)
    asked = ("khai sinh cho con", Place())
    assert timed.match(*asked) == FakeMatcher().match(*asked)
    assert len(told) == 1
    assert told[0] >= 0
