from itertools import combinations, product

import pytest

from bot.channels.text import plain
from handlers import card
from handlers.language import Language
from handlers.presses import Card, FactOf, NotThis
from handlers.reply import Bullets, Fact, Heading, Paragraph, Reply
from handlers.screen import CARD
from handlers.source import source
from handlers.state import State
from knowledge.matching.match import Aspect, Place
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, COPY, EVERYTHING, LONG, SILENT
from tests.fakes.talk import START, Talk

HOME = Place()
GUIDED_LONG = BIRTH.model_copy(update={"facts": LONG.facts})


def test_without_a_question_the_name_and_the_plain_sentence_come_first(say: Language) -> None:
    heading, summary, *facts = card.card(say, BIRTH, HOME)

    assert heading == Heading(text="Đăng ký khai sinh")
    assert summary == Paragraph(text="Làm giấy khai sinh lần đầu cho trẻ.")
    assert [one.label for one in facts if isinstance(one, Fact)] == [
        "Giấy tờ",
        "Lệ phí",
        "Thời gian",
        "Nơi nộp",
        "Nộp qua mạng",
    ]


@pytest.mark.parametrize("aspect", Aspect)
def test_what_was_asked_comes_before_the_name(say: Language, aspect: Aspect) -> None:
    first, *rest = card.card(say, BIRTH, HOME, (aspect,))

    assert isinstance(first, Fact | Bullets)
    assert Heading(text="Đăng ký khai sinh") in rest


def test_a_list_without_a_sentence_carries_the_label(say: Language) -> None:
    first, *_ = card.card(say, COPY, HOME, (Aspect.FEE,))

    assert isinstance(first, Bullets)
    assert first.title == "Lệ phí"


def test_a_long_list_says_how_much_is_left(say: Language) -> None:
    _, papers, *_ = card.card(say, LONG, HOME, (Aspect.PAPERS,))

    assert isinstance(papers, Bullets)
    assert papers.items[-1] == f"… và {30 - len(papers.items) + 1} mục nữa"


def test_every_card_that_ships_can_be_read_at_a_glance(say: Language, shipped: tuple[Procedure, ...]) -> None:
    asked = ((), *((one,) for one in Aspect), *combinations(Aspect, 2), tuple(Aspect))
    for procedure, aspects in product((*EVERYTHING, *shipped), asked):
        blocks = (*card.card(say, procedure, HOME, aspects), source(say, procedure))
        text = plain(Reply(blocks=blocks))
        assert len(text) <= CARD, text


async def test_a_card_s_buttons_lead_to_papers_facts_and_other_candidates(talk: Talk) -> None:
    answer = await card.show(talk.turn(State()), Card(code=BIRTH.code, others=("1.004884",)), BIRTH)
    presses = [one.press for row in answer.replies[0].buttons for one in row]

    assert presses == [
        "w:1.001193",
        FactOf(code=BIRTH.code, aspect=Aspect.FEE).encode(),
        FactOf(code=BIRTH.code, aspect=Aspect.TIME).encode(),
        FactOf(code=BIRTH.code, aspect=Aspect.PLACE).encode(),
        FactOf(code=BIRTH.code, aspect=Aspect.ONLINE).encode(),
        "x:1.001193",
        NotThis(code=BIRTH.code, others=("1.004884",)).encode(),
        "m",
        "m",
    ]


async def test_without_papers_there_is_no_way_to_a_list_of_them(talk: Talk) -> None:
    answer = await card.show(talk.turn(State()), Card(code=SILENT.code), SILENT)

    assert "w:1.000001" not in [one.press for row in answer.replies[0].buttons for one in row]


async def test_a_card_chosen_after_a_question_opens_with_what_was_asked(talk: Talk) -> None:
    asked = State(asked=(BIRTH.code,), aspects=(Aspect.FEE,), since=START)

    chosen = await card.show(talk.turn(asked), Card(code=BIRTH.code), BIRTH)
    other = await card.show(talk.turn(asked), Card(code=COPY.code), COPY)

    assert chosen.aspects == (Aspect.FEE,)
    assert other.aspects == ()


def test_a_line_that_is_out_of_date_is_the_catalogue_s_own_and_says_so(say: Language) -> None:
    stale = BIRTH.model_copy(update={"stale": frozenset({Aspect.FEE})})
    *blocks, note = card.card(say, stale, HOME)

    assert note == Paragraph(text="Có mục vừa thay đổi, nên mình ghi đúng lời của danh mục quốc gia.")
    lines = {one.label: one.text for one in blocks if isinstance(one, Fact)}
    assert lines["Lệ phí"] == "danh mục quốc gia không ghi"
    assert lines["Thời gian"] == "Trong ngày làm việc."


def test_what_is_not_on_the_card_needs_no_note_there(say: Language) -> None:
    stale = BIRTH.model_copy(update={"stale": frozenset({Aspect.RESULT})})
    assert card.card(say, stale, HOME) == card.card(say, BIRTH, HOME)


def test_papers_that_are_out_of_date_leave_nothing_to_ask(say: Language) -> None:
    ticking = card.walk_row(say, GUIDED_LONG.model_copy(update={"stale": frozenset({Aspect.PAPERS})}))
    asking = card.walk_row(say, GUIDED_LONG)

    assert [row[0].label for row in (*asking, *ticking)] == [
        "📋 Giấy tờ cho trường hợp của tôi",
        "📋 Đánh dấu giấy tờ đã có",
    ]
