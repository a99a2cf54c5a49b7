import pytest

from handlers.language import Language
from handlers.telling.time import duration, time
from knowledge.facts import Duration, Unit
from tests.fakes.library import BIRTH, COPY, SILENT


def test_the_guide_s_words_come_first(say: Language) -> None:
    assert time(say, BIRTH).text == "Trong ngày làm việc."


def test_times_are_told_by_way_with_what_the_catalogue_says_of_them(say: Language) -> None:
    assert time(say, COPY).items == ("1 ngày làm việc", "Nộp qua mạng: Sau 15 giờ thì ngày hôm sau.")


def test_an_unknown_time_is_said_to_be_unknown(say: Language) -> None:
    assert time(say, SILENT).silent


@pytest.mark.parametrize(
    ("unit", "vietnamese", "one", "many"),
    [
        (Unit.HOUR, "giờ", "1 hour", "2 hours"),
        (Unit.WORKING_DAY, "ngày làm việc", "1 working day", "2 working days"),
        (Unit.DAY, "ngày", "1 day", "2 days"),
        (Unit.MONTH, "tháng", "1 month", "2 months"),
        (Unit.YEAR, "năm", "1 year", "2 years"),
    ],
)
def test_a_duration_is_told_in_words(
    say: Language, english: Language, unit: Unit, vietnamese: str, one: str, many: str
) -> None:
    assert duration(say, Duration(amount=3, unit=unit)) == f"3 {vietnamese}"
    assert duration(english, Duration(amount=1, unit=unit)) == one
    assert duration(english, Duration(amount=2, unit=unit)) == many
