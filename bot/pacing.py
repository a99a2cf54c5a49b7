"""How fast messages may leave: an allowance by key that fills up again over time."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """``burst`` at once, and ``per_second`` in the long run."""

    per_second: float
    burst: int = 1


class Pace:
    """Tells everybody how long to wait. A turn once asked for is taken, so those who wait keep their order.

    Only keys whose allowance is not yet full again are remembered, at most ``most`` of them.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = 50_000) -> None:
        self._clock = clock
        self._most = most
        self._full_at: OrderedDict[str, float] = OrderedDict()

    def wait(self, key: str, rate: Rate | None) -> float:
        """Take the key's next turn; gives the seconds until it comes, 0 where there is no rate."""
        if rate is None:
            return 0.0
        now, gap = self._clock(), 1 / rate.per_second
        full_at = max(now, self._full_at.get(key, now))
        self._keep(key, full_at + gap)
        return max(0.0, full_at - now - gap * (rate.burst - 1))

    def _keep(self, key: str, full_at: float) -> None:
        self._full_at[key] = full_at
        self._full_at.move_to_end(key)
        if len(self._full_at) > self._most:
            self._full_at.popitem(last=False)
