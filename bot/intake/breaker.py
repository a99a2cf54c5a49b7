"""A circuit breaker: after enough failures in a row nobody is asked for a while."""

import time
from collections.abc import Callable


class Breaker:
    """Opens after ``failures`` in a row and lets one through again after ``seconds``."""

    def __init__(
        self, *, failures: int = 5, seconds: float = 60, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = failures
        self._seconds = seconds
        self._clock = clock
        self._failed = 0
        self._open_until = 0.0

    @property
    def open(self) -> bool:
        """Whether nobody is to be asked now."""
        return self._clock() < self._open_until

    def worked(self) -> None:
        """The other side answered."""
        self._failed = 0

    def failed(self) -> None:
        """It did not; one failure after a pause is enough for the next pause."""
        self._failed += 1
        if self._failed >= self._most:
            self._open_until = self._clock() + self._seconds
            self._failed = self._most - 1
