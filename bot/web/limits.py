"""How much one chat or one address may send: a bucket of tokens each, filled up again over time."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """``burst`` at once, and ``per_second`` in the long run."""

    burst: int
    per_second: float


class Limiter:
    """Buckets by key. Only the latest ``most`` keys are remembered, so that memory is bounded."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic, most: int = 50_000) -> None:
        self._rate = rate
        self._clock = clock
        self._most = most
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allow(self, key: str) -> bool:
        """Take one token; False where the bucket is empty."""
        now = self._clock()
        tokens = self._tokens(key, now)
        allowed = tokens >= 1
        self._keep(key, tokens - 1 if allowed else tokens, now)
        return allowed

    def _tokens(self, key: str, now: float) -> float:
        tokens, since = self._buckets.get(key, (self._rate.burst, now))
        return min(self._rate.burst, tokens + (now - since) * self._rate.per_second)

    def _keep(self, key: str, tokens: float, now: float) -> None:
        self._buckets[key] = (tokens, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
