from itertools import product

from bot.channels.text import plain
from handlers import fact
from handlers.presses import FactOf
from handlers.reply import Bullets, Fact
from handlers.state import State
from knowledge.matching.match import Aspect
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, COPY, EVERYTHING, LONG
from tests.fakes.talk import Talk


async def _pages(talk: Talk, procedure: Procedure, aspect: Aspect) -> list[str]:
    """Every page there is, found by reading on."""
    texts: list[str] = []
    while True:
        press = FactOf(code=procedure.code, aspect=aspect, page=len(texts))
        answer = await fact.show(talk.turn(State()), press, procedure)
        texts.append(plain(answer.replies[0]))
        labels = [one.label for row in answer.replies[0].buttons for one in row]
        if not any(label.startswith("Xem thêm") for label in labels):
            return texts


async def test_the_fact_comes_first_then_whose_it_is(talk: Talk) -> None:
    (text,) = await _pages(talk, BIRTH, Aspect.FEE)

    assert text.startswith(
        "Lệ phí: Miễn lệ phí khi đăng ký đúng hạn.\n\nThủ tục: Đăng ký khai sinh\n\nNguồn:"
    )


async def test_a_list_stands_under_the_label_and_a_sentence_before_it(talk: Talk) -> None:
    listed = fact.answer(talk.turn(State()), COPY, Aspect.FEE).replies[0].blocks[0]
    told, tips = fact.answer(talk.turn(State()), BIRTH, Aspect.STEPS).replies[0].blocks[:2]

    assert isinstance(listed, Bullets)
    assert listed.title == "Lệ phí"
    assert isinstance(told, Fact)
    assert told.text == "Bước 1: Chuẩn bị giấy tờ.\nBước 2: Nộp và nhận giấy hẹn."
    assert tips == Bullets(title="Nên biết", items=("Kiểm tra tên bé thật kỹ.",))


async def test_a_long_text_is_read_page_by_page_and_nothing_is_lost(talk: Talk) -> None:
    texts = await _pages(talk, LONG, Aspect.CONDITIONS)

    assert texts[0].startswith(f"Điều kiện (1/{len(texts)}): ")
    told = " ".join(text.split("\n\n")[0].split(": ", 1)[1] for text in texts)
    assert told.split() == LONG.facts.conditions.split()


async def test_a_page_beyond_the_last_is_the_last(talk: Talk) -> None:
    press = FactOf(code=BIRTH.code, aspect=Aspect.FEE, page=99)

    assert "Miễn lệ phí" in plain((await fact.show(talk.turn(State()), press, BIRTH)).replies[0])


async def test_the_next_questions_are_buttons_without_the_one_just_answered(talk: Talk) -> None:
    answer = await fact.show(talk.turn(State()), FactOf(code=BIRTH.code, aspect=Aspect.FEE), BIRTH)

    labels = [one.label for row in answer.replies[0].buttons for one in row]
    assert labels[1:4] == ["Thời gian", "Nơi nộp", "Nộp qua mạng"]


async def test_every_page_of_every_fact_that_ships_can_be_read_at_a_glance(
    talk: Talk, shipped: tuple[Procedure, ...]
) -> None:
    for procedure, aspect in product((*EVERYTHING, *shipped), Aspect):
        for text in await _pages(talk, procedure, aspect):
            assert len(text) <= 1100, text


def test_a_fact_that_has_changed_says_whose_words_it_is_in(talk: Talk) -> None:
    stale = BIRTH.model_copy(update={"stale": frozenset({Aspect.FEE})})
    changed = plain(fact.answer(talk.turn(State()), stale, Aspect.FEE).replies[0])
    same = plain(fact.answer(talk.turn(State()), stale, Aspect.TIME).replies[0])

    said = "Phần này vừa thay đổi, nên mình ghi đúng lời của danh mục quốc gia."
    assert said in changed
    assert "Miễn lệ phí khi đăng ký đúng hạn" not in changed
    assert said not in same
