import pytest

from benchmarks.walk.manners import check
from handlers import life
from handlers.outcome import Outcome
from handlers.presses import Event, Events
from handlers.state import State
from knowledge.happenings import Happenings
from knowledge.life_events import LifeEvent, load
from knowledge.matching.match import Candidate, Match, Verdict
from tests.fakes.talk import NEWBORN, Talk
from tests.journeys.shipped import learn

UNSURE = Match(verdict=Verdict.OFFER, candidates=(Candidate(code="2.000635", score=0.3),))
SURE = Match(verdict=Verdict.ANSWER, candidates=(Candidate(code="2.000635", score=1.0),))


async def test_the_events_are_offered_a_button_each_and_turned_over(talk: Talk) -> None:
    talk.happenings = Happenings(load())
    await talk.press(Events())
    first = set(talk.labels)
    await talk.tap("Trang 2/")

    assert {"Sinh con", "Nhà có người mất"} <= first
    assert not {"Sinh con"} & set(talk.labels)
    assert any("Trang 1/" in one for one in talk.labels)


async def test_an_event_says_what_comes_first_why_and_what_is_settled_with_it(talk: Talk) -> None:
    await talk.press(Event(event="sinh_con"))

    assert "Chúc mừng gia đình có em bé!" in talk.text
    assert "Đăng ký khai sinh: Khai sinh cho bé trước. Làm cùng một lần: Cấp bản sao" in talk.text
    assert "Không ai còn giữ" not in talk.text
    assert talk.labels[:2] == ["Đăng ký khai sinh", "Cấp bản sao trích lục hộ tịch"]


async def test_back_from_a_card_leads_to_its_event(talk: Talk) -> None:
    await talk.press(Event(event="sinh_con"))
    await talk.tap("Đăng ký khai sinh")
    await talk.tap("Quay lại")

    assert "Chúc mừng gia đình có em bé!" in talk.text


async def test_an_event_that_is_gone_leads_to_the_others(talk: Talk) -> None:
    await talk.press("j:chia_tay")

    assert "Sinh con" in talk.labels


async def test_an_event_of_which_nothing_is_held_is_a_miss(talk: Talk) -> None:
    steps = NEWBORN.steps[1:2]
    talk.happenings = Happenings((NEWBORN.model_copy(update={"steps": steps}),))

    assert (await talk.press(Event(event="sinh_con"))).state.misses == 1


@pytest.mark.parametrize(
    ("line", "match", "found"),
    [
        ("vợ em mới sinh", SURE, True),
        ("vợ tôi sắp sinh con đầu lòng", UNSURE, True),
        ("vợ tôi sắp sinh con đầu lòng", SURE, False),
        ("sinh con", UNSURE, False),
        ("thời tiết", UNSURE, False),
        ("vợ em mới sinh", Match(verdict=Verdict.REFUSE), False),
    ],
)
def test_a_line_tells_an_event_word_for_word_or_narrating_it_plainer_than_a_procedure(
    talk: Talk, line: str, match: Match, found: bool
) -> None:
    talk.happenings = Happenings((NEWBORN, *load()[2:]))

    answer = life.told(talk.turn(State(), line), match)

    assert (answer is not None and answer.outcome == Outcome.OFFERED) is found


def test_an_event_stands_beside_procedures_when_the_line_sounds_like_it(talk: Talk) -> None:
    assert life.beside(talk.turn(State(), "sinh con"), UNSURE)
    assert not life.beside(talk.turn(State(), "thời tiết"), UNSURE)


@pytest.mark.parametrize("event", load(), ids=lambda event: event.id)
async def test_every_shipped_event_reads_well_page_by_page(talk: Talk, event: LifeEvent) -> None:
    await learn(talk)
    await talk.press(Event(event=event.id))
    check(talk.last)
    while any("Việc tiếp theo" in one for one in talk.labels):
        await talk.tap("Việc tiếp theo")
        check(talk.last)
        assert len(talk.text) <= 1000
