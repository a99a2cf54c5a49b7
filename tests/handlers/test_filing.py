from datetime import date

import pytest

from handlers.filing import asked, named
from handlers.outcome import Outcome
from handlers.state import State
from knowledge.matching.match import Aspect
from tests.fakes.talk import START, Talk

SUNDAY = date(2026, 11, 22)
SPOKEN = State(code="2.000635", since=START)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("nộp hôm nay thì hôm nào có", SUNDAY),
        ("bua nay nop thi chung nao lay", SUNDAY),
        ("mai nộp thì bao giờ xong", date(2026, 11, 23)),
        ("nộp thứ hai thì bao giờ lấy", date(2026, 11, 23)),
        ("nộp thứ 6 tuần sau thì khi nào có", date(2026, 11, 27)),
        ("chủ nhật nộp thì ngày nào có", SUNDAY),
        ("ngày mốt nộp thì mấy bữa có", date(2026, 11, 24)),
        ("nộp ở đâu", None),
        ("hôm nay trời đẹp", None),
        ("nộp một bộ thì mất bao lâu", None),
    ],
)
def test_the_day_of_handing_in_is_read(line: str, day: date | None) -> None:
    assert named(line, SUNDAY) == day


async def test_the_day_of_the_procedure_at_hand_opens_the_answer(talk: Talk) -> None:
    await talk.say("trích lục")
    answer = await talk.say("nộp hôm nay thì hôm nào có")

    assert (answer.outcome, answer.code, answer.aspects) == (Outcome.ANSWERED, "2.000635", (Aspect.TIME,))
    assert talk.text.startswith("Nộp ngày 22/11/2026 thì khoảng Thứ Tư, 25 tháng 11, 2026 có kết quả.")
    assert "Lúc đó cơ quan nghỉ, nên mình tính từ ngày 23/11/2026." in talk.text


async def test_a_procedure_named_in_the_line_goes_before_the_one_at_hand(talk: Talk) -> None:
    await talk.say("khai sinh")

    assert (await talk.say("xin trích lục nộp thứ hai thì bao giờ lấy")).code == "2.000635"


async def test_without_a_procedure_it_is_asked_for(talk: Talk) -> None:
    assert (await talk.say("nộp hôm nay thì hôm nào có")).outcome == Outcome.CLARIFIED


async def test_without_a_time_what_is_known_of_it_is_told(talk: Talk) -> None:
    await talk.say("khai sinh")
    await talk.say("nộp hôm nay thì hôm nào có")

    assert talk.text.startswith("Thời gian: Trong ngày làm việc.")


async def test_a_line_without_a_day_and_a_subject_nobody_knows_are_left_to_others(talk: Talk) -> None:
    assert await asked(talk.turn(SPOKEN, "lệ phí bao nhiêu")) is None
    assert await asked(talk.turn(State(), "nộp bánh chưng hôm nay thì khi nào có")) is None


async def test_the_time_screen_reckons_from_today(talk: Talk) -> None:
    await talk.say("trích lục")
    await talk.tap("Thời gian")

    assert talk.text.startswith("Thời gian")
    assert "Nộp ngày 22/11/2026 thì khoảng Thứ Tư, 25 tháng 11, 2026" in talk.text


async def test_who_asks_on_after_being_asked_whether_it_is_still_that_is_answered(talk: Talk) -> None:
    await talk.say("trích lục")
    talk.wait(days=2)

    assert (await talk.say("nộp hôm nay thì hôm nào có")).outcome == Outcome.CLARIFIED
    assert (await talk.say("nộp hôm nay thì hôm nào có")).code == "2.000635"
