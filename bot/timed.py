"""A matcher under a stopwatch."""

from collections.abc import Callable
from time import perf_counter

from knowledge.matching.match import Match, Matcher, Place


class Timed:
    """Matches like ``inner`` and tells how many seconds each match took."""

    def __init__(self, inner: Matcher, tell: Callable[[float], object]) -> None:
        self._inner = inner
        self._tell = tell

    def match(self, text: str, place: Place) -> Match:
        """Match and tell the time."""
        began = perf_counter()
        found = self._inner.match(text, place)
        self._tell(perf_counter() - began)
        return found
