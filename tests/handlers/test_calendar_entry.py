from dataclasses import FrozenInstanceError

import pytest

from handlers.calendar_entry import Entry
from tests.fakes.talk import START

DAY = Entry(key="k", title="Nhận kết quả", text="Mang giấy hẹn", at=START, made=START)


def test_a_day_for_a_calendar_is_never_changed_after_it_was_told() -> None:
    with pytest.raises(FrozenInstanceError):
        DAY.title = "Nộp hồ sơ"  # type: ignore[misc]
