from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from storage.registers import BLANK, changes
from storage.reports import ProgressReport, Report, Status, StatusReport
from tests.storage.moments import later
from tests.storage.samples import CODE, HASHER

MOMENTS = st.integers(0, 6).map(later)
STATES = st.sampled_from(Status)
DATED = st.builds(ProgressReport, code=st.just(CODE), at=MOMENTS, status=STATES)
BARE = st.builds(StatusReport, code=st.just(CODE), at=MOMENTS, status=STATES)


def fold(*reports: Report) -> dict[str, Any]:
    row = dict(BLANK)
    for report in reports:
        row |= changes(row, report, HASHER)
    return row


def dated(status: Status, minutes: float) -> ProgressReport:
    return ProgressReport(code=CODE, at=later(minutes), status=status)


def bare(status: Status, minutes: float) -> StatusReport:
    return StatusReport(code=CODE, at=later(minutes), status=status)


@given(st.data())
def test_bare_and_dated_states_end_the_same_in_any_order(data: st.DataObject) -> None:
    reports = data.draw(st.lists(DATED | BARE, min_size=1, max_size=8))
    shuffled = data.draw(st.permutations(reports))
    assert fold(*shuffled)["status"] == fold(*reports)["status"]


@given(st.lists(DATED | BARE, min_size=1, max_size=6))
def test_a_repetition_moves_nothing(reports: list[Report]) -> None:
    once, twice = fold(*reports), fold(*reports, *reports)
    assert (twice["status"], twice["status_at"]) == (once["status"], once["status_at"])


def test_a_bare_state_stands_until_a_later_handling() -> None:
    assert fold(dated(Status.PROCESSING, 0), bare(Status.READY, 5))["status"] == Status.READY
    corrected = fold(dated(Status.PROCESSING, 0), bare(Status.READY, 5), dated(Status.PROCESSING, 9))
    assert corrected["status"] == Status.PROCESSING


def test_a_bare_state_of_an_earlier_stage_is_late() -> None:
    assert changes(fold(dated(Status.READY, 0)), bare(Status.PROCESSING, 5), HASHER).keys() == {"bare_states"}


def test_a_bare_state_said_again_stands_since_it_was_first_said() -> None:
    row = fold(dated(Status.ACCEPTED, 0), bare(Status.READY, 5), bare(Status.READY, 50))
    assert row["status_at"] == later(5)


def test_a_bare_state_repeated_after_a_handling_counts_from_there() -> None:
    said = (bare(Status.READY, 5), bare(Status.READY, 50))
    row = fold(*said, dated(Status.PROCESSING, 20))
    assert (row["status"], row["status_at"]) == (Status.READY, later(50))


def test_few_bare_states_are_kept() -> None:
    states = [bare(status, minute) for minute, status in enumerate([*Status] * 20)]
    assert len(fold(*states)["bare_states"]) <= 5
