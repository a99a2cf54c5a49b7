"""Days that are worked, and the day a result is due."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calendar import LONGEST, due, is_working_day, working_days_between
from knowledge.facts import Duration, Unit

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text())

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
some = st.integers(1, 60)
durations = st.builds(Duration, amount=some, unit=st.sampled_from(Unit)).filter(
    lambda one: one.unit is not Unit.YEAR or one.amount < 10
)


def _working(amount: int) -> Duration:
    return Duration(amount=amount, unit=Unit.WORKING_DAY)


def _due(day: date, duration: Duration) -> date:
    found = due(day, duration)
    assert found is not None
    return found


@pytest.mark.parametrize("case", CASES["days"], ids=lambda case: f"{case['day']} {case['why']}")
def test_a_day_is_worked_or_off(case: dict[str, Any]) -> None:
    assert is_working_day(case["day"]) is case["worked"]


@pytest.mark.parametrize("case", CASES["due"], ids=lambda case: f"{case['received']} {case['why']}")
def test_a_result_is_due(case: dict[str, Any]) -> None:
    duration = Duration(amount=case["amount"], unit=case["unit"])
    assert due(case["received"], duration) == case["due"]


@pytest.mark.parametrize("amount", [0, -3, LONGEST + 1, 10**12])
@pytest.mark.parametrize("unit", Unit)
def test_what_is_no_length_of_time_has_no_end(amount: int, unit: Unit) -> None:
    assert due(date(2026, 11, 23), Duration(amount=amount, unit=unit)) is None


@given(days, some)
def test_counting_back_gives_the_working_days(day: date, amount: int) -> None:
    assert working_days_between(day, _due(day, _working(amount))) == amount


@given(days, durations)
def test_every_result_is_due_later_and_on_a_working_day(day: date, duration: Duration) -> None:
    end = _due(day, duration)
    assert end > day
    assert is_working_day(end)


@given(days, durations)
def test_more_time_never_ends_earlier_unless_hours_become_days(day: date, duration: Duration) -> None:
    longer = duration.model_copy(update={"amount": duration.amount + 1})
    later = due(day, longer)
    assert duration.unit is Unit.HOUR or later is None or _due(day, duration) <= later


@given(days, durations)
def test_a_later_start_never_ends_earlier(day: date, duration: Duration) -> None:
    assert _due(day, duration) <= _due(day + timedelta(days=1), duration)


@given(days, days, days)
def test_working_days_add_up(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    whole = working_days_between(first, last)
    assert whole == working_days_between(first, middle) + working_days_between(middle, last)


@given(days, days)
def test_no_working_days_lie_behind(one: date, two: date) -> None:
    assert working_days_between(max(one, two), min(one, two)) == 0


@pytest.mark.parametrize(("line", "read"), [("pass", 0), ("knowledge.calendar.prepare()", 1)])
def test_the_package_is_read_when_a_service_prepares_and_not_before(line: str, read: int) -> None:
    asked = f"import sys, knowledge.calendar; {line}; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == read
