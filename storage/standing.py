"""Where a dossier stands: what dated reports say of its status, and the bare states that came after them.

A bare state carries no time of handling, only the moment of its delivery: it may be late or repeated, so
it never takes a dossier back a stage. Both kinds are kept apart, so that whichever arrives first the status
ends the same: the last dated report stands, unless a bare state of a later moment is as far along.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storage.fingerprint import moment, sortable
from storage.reports import Report, Status, StatusReport

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Bare:
    """One bare state: when it was first delivered, as long as nothing came between, and when last."""

    status: Status
    first: str
    last: str

    @property
    def rank(self) -> tuple[int, str, int]:
        """What decides between bare states: the stage, then the delivery."""
        return self.status.stage, self.last, self.status

    def outdone_by(self, other: "_Bare") -> bool:
        """Whether the other stands wherever this one would."""
        return other.last >= self.last and other.rank > self.rank


def stand(known: Mapping[Any, Any], report: Report, order: str) -> Values:
    """The columns of the status that a report changes in a known row.

    ``order`` is the report's place among the dated ones, a text that sorts by time of handling.
    """
    if isinstance(report, StatusReport):
        return _bare(known, report)
    return _dated(known, report, order) if order > known["status_order"] else {}


def _dated(known: Mapping[Any, Any], report: Report, order: str) -> Values:
    left = _after(_read(known["bare_states"]), sortable(report.at))
    told = {"status_order": order, "status": int(report.status), "status_at": report.at}
    return told | _kept(known, left) | _overruled(report.status, left)


def _bare(known: Mapping[Any, Any], report: StatusReport) -> Values:
    at = sortable(report.at)
    dated_at, dated = _last_dated(known["status_order"])
    if at <= dated_at:
        return {}
    states = _with(_read(known["bare_states"]), report.status, at)
    standing = _overruled(dated, states) or _said(dated, dated_at)
    return _kept(known, states) | (standing if standing["status"] != known.get("status") else {})


def _with(states: Sequence[_Bare], status: Status, at: str) -> list[_Bare]:
    """The states with one more, without those that can never stand again."""
    heard = [at, *(told for bare in states if bare.status is status for told in (bare.first, bare.last))]
    others = [bare for bare in states if bare.status is not status]
    found = [*others, _Bare(status, min(heard), max(heard))]
    return [bare for bare in found if not any(bare.outdone_by(other) for other in found)]


def _after(states: Sequence[_Bare], at: str) -> list[_Bare]:
    """What was delivered after a moment; what was said before it counts no longer."""
    return [
        _Bare(bare.status, bare.first if bare.first > at else bare.last, bare.last)
        for bare in states
        if bare.last > at
    ]


def _overruled(dated: Status | None, states: Sequence[_Bare]) -> Values:
    """The status of the bare state that stands before the last dated one, where there is one."""
    best = max(states, key=lambda bare: bare.rank, default=None)
    if best is None or (dated is not None and (best.status.stage < dated.stage or best.status is dated)):
        return {}
    return _said(best.status, best.first)


def _said(status: Status | None, at: str) -> Values:
    return {"status": status and int(status), "status_at": moment(at) if at else None}


def _last_dated(order: str) -> tuple[str, Status | None]:
    """When the last dated report was handled, and its status: both stand in its order."""
    if not order:
        return "", None
    at, tie, _ = order.split("|")
    return at, Status(int(tie.partition(".")[2]))


def _kept(known: Mapping[Any, Any], states: Sequence[_Bare]) -> Values:
    ranked = sorted(states, key=lambda bare: bare.rank)
    written = [[int(bare.status), bare.first, bare.last] for bare in ranked]
    return {} if written == known["bare_states"] else {"bare_states": written}


def _read(written: Sequence[Sequence[Any]]) -> list[_Bare]:
    return [_Bare(Status(status), first, last) for status, first, last in written]
