"""What the fakes of channels have in common: they note what they are asked, and go wrong as they are told."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

PATIENCE = 20

Fault = TypeVar("Fault")
Params = dict[str, Any]


@dataclass
class Scripted(Generic[Fault]):
    """``calls`` are what it was asked, ``wrong`` those that the real one does not know: none may be."""

    calls: list[tuple[str, Params]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    _faults: defaultdict[str, deque[Fault | None]] = field(default_factory=lambda: defaultdict(deque))
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def fail(self, call: str, *faults: Fault) -> None:
        """Answer the next calls of this name in this way."""
        self._faults[call].extend(faults)

    def fail_after(self, call: str, taken: int, *faults: Fault) -> None:
        """The same, after as many calls as were ``taken``."""
        self._faults[call].extend([None] * taken + list(faults))

    def called(self, call: str) -> list[Params]:
        return [params for name, params in self.calls if name == call]

    async def until(self, done: Callable[[], object]) -> None:
        """Wait until something is so."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(done), PATIENCE)

    def _next_fault(self, call: str) -> Fault | None:
        return self._faults[call].popleft() if self._faults[call] else None

    async def _tell(self) -> None:
        """Those who wait look again."""
        async with self._changed:
            self._changed.notify_all()
