from datetime import UTC, date, datetime

import pytest

from bot.channels.text import plain
from handlers.language import Language
from handlers.reply import Reply
from handlers.telling.due import expected, received
from knowledge.facts import Duration, Facts, Method, Unit, Way
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, COPY, SOURCE

FRIDAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
EVENING = datetime(2026, 11, 20, 10, tzinfo=UTC)


def told(say: Language, procedure: Procedure, filed: date, now: datetime) -> str:
    return plain(Reply(blocks=expected(say, procedure, filed, now)))


@pytest.mark.parametrize(
    ("filed", "now", "start"),
    [
        (FRIDAY, NOON, FRIDAY),
        (FRIDAY, EVENING, date(2026, 11, 23)),
        (date(2026, 11, 21), NOON, date(2026, 11, 23)),
        (date(2026, 11, 23), EVENING, date(2026, 11, 23)),
        (date(2026, 11, 24), NOON, date(2026, 11, 25)),
        (date(2027, 1, 1), NOON, date(2027, 1, 4)),
    ],
)
def test_it_is_received_on_a_working_day_before_closing_time(filed: date, now: datetime, start: date) -> None:
    assert received(filed, now) == start


def test_one_time_is_one_day_and_said_to_be_an_estimate(say: Language) -> None:
    text = told(say, COPY, FRIDAY, NOON)

    assert text.startswith("Nộp ngày 20/11/2026 thì khoảng Thứ Hai, 23 tháng 11, 2026 có kết quả.")
    assert "ước tính" in text
    assert "cơ quan nghỉ" not in text


def test_after_closing_time_counting_starts_the_next_working_day(say: Language) -> None:
    text = told(say, COPY, FRIDAY, EVENING)

    assert "khoảng Thứ Tư, 25 tháng 11, 2026" in text
    assert "tính từ ngày 23/11/2026" in text


def test_two_times_are_two_days_by_their_ways(say: Language) -> None:
    methods = (
        Method(way=Way.DIRECT, time=Duration(amount=3, unit=Unit.WORKING_DAY)),
        Method(way=Way.ONLINE, time=Duration(amount=1, unit=Unit.WORKING_DAY)),
    )
    procedure = Procedure(facts=Facts(code="1.000009", name="Việc", methods=methods), source=SOURCE)

    text = told(say, procedure, FRIDAY, NOON)

    assert "• Nộp trực tiếp: Thứ Năm, 26 tháng 11, 2026" in text
    assert "• Nộp qua mạng: Thứ Hai, 23 tháng 11, 2026" in text


def test_without_a_time_nothing_is_reckoned(say: Language) -> None:
    assert expected(say, BIRTH, FRIDAY, NOON) == ()
