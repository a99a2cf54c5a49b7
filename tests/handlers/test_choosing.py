from handlers.alternatives import alternatives
from handlers.choosing import again, choices, chosen_in_words, not_this
from handlers.presses import Card, Choices, Home, NotThis
from handlers.reply import Bullets, Paragraph, Reply
from handlers.state import State
from tests.fakes.library import BIRTH, BIRTH_AGAIN, COPY
from tests.fakes.talk import Talk


async def _choices(talk: Talk, *codes: str) -> Reply:
    turn = talk.turn(State())
    return choices(turn, "Việc nào?", await alternatives(turn, codes), back=Home())


async def test_what_tells_them_apart_is_said_from_the_other_s_side(talk: Talk) -> None:
    reply = await _choices(talk, BIRTH.code, BIRTH_AGAIN.code)

    assert reply.blocks[1] == Bullets(
        items=(
            "Đăng ký khai sinh: Chưa từng khai sinh",
            "Đăng ký lại khai sinh: Đã khai sinh nhưng mất sổ gốc",
        )
    )


async def test_each_choice_carries_the_others(talk: Talk) -> None:
    reply = await _choices(talk, BIRTH.code, BIRTH_AGAIN.code, COPY.code)

    assert [row[0].press for row in reply.buttons[:3]] == [
        "c:1.001193:1.004884,2.000635",
        "c:1.004884:1.001193,2.000635",
        "c:2.000635:1.001193,1.004884",
    ]


async def test_what_is_gone_from_the_library_is_not_offered_again(talk: Talk) -> None:
    press = Choices(codes=(BIRTH.code, "1.999999"))

    answer = await again(talk.turn(State()), press)

    assert answer.state.asked == (BIRTH.code,)
    assert answer.state.here == press.encode()


async def test_not_this_one_with_nothing_else_to_offer_asks_for_other_words(talk: Talk) -> None:
    answer = await not_this(talk.turn(State()), NotThis(code=COPY.code), COPY)

    first, *rest = answer.replies[0].blocks
    assert isinstance(first, Paragraph)
    assert first.text.startswith("Vậy mình chưa biết bạn cần việc nào")
    assert rest == []


async def test_words_choose_among_what_was_offered_if_only_one_fits(talk: Talk) -> None:
    async def chosen(line: str, *asked: str) -> Card | None:
        return await chosen_in_words(talk.turn(State(asked=asked), line))

    both = (BIRTH.code, BIRTH_AGAIN.code)
    assert await chosen("mất sổ gốc ạ", *both) == Card(code=BIRTH_AGAIN.code)
    assert await chosen("chưa từng", *both) == Card(code=BIRTH.code)
    assert await chosen("khai sinh", *both) is None
    assert await chosen("mất căn cước", *both) is None
    assert await chosen("mất sổ gốc") is None
