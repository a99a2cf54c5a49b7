"""What was measured of one bot under one load."""

from dataclasses import dataclass, field
from math import ceil


@dataclass
class Figures:
    """``waits`` are the seconds from a line's being brought to the answer's arrival."""

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0
    lost: int = 0
    doubled: int = 0
    disordered: int = 0
    cpu: float = 0.0

    def row(self) -> dict[str, float]:
        """The figures under their names; ``cpu_ms`` is the bot's processor time for one answer."""
        answers = len(self.waits) or 1
        return {
            "answers_per_s": round(len(self.waits) / self.seconds, 1) if self.seconds else 0.0,
            "p50_ms": _percentile(self.waits, 0.5),
            "p99_ms": _percentile(self.waits, 0.99),
            "lost": self.lost,
            "doubled": self.doubled,
            "disordered": self.disordered,
            "cpu_ms": round(self.cpu / answers * 1000, 2),
        }


def _percentile(waits: list[float], share: float) -> float:
    ordered = sorted(waits) or [0.0]
    return round(ordered[max(0, ceil(len(ordered) * share) - 1)] * 1000, 1)
