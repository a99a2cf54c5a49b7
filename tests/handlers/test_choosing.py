from handlers.choosing import again, choices, not_this
from handlers.presses import Choices, Home, NotThis
from handlers.reply import Bullets, Paragraph
from handlers.state import State
from knowledge.facts import Level, Scope
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, BIRTH_AGAIN, COPY, FakeLibrary
from tests.fakes.talk import Talk


def _twin(code: str, **facts: object) -> Procedure:
    """Another procedure of the same name."""
    return COPY.model_copy(update={"facts": COPY.facts.model_copy(update={"code": code, **facts})})


async def test_what_tells_them_apart_is_said_from_the_other_s_side(talk: Talk) -> None:
    reply = await choices(talk.turn(State()), "Việc nào?", (BIRTH.code, BIRTH_AGAIN.code), back=Home())

    assert reply.blocks[1] == Bullets(
        items=(
            "Đăng ký khai sinh: Chưa từng khai sinh",
            "Đăng ký lại khai sinh: Đã khai sinh nhưng mất sổ gốc",
        )
    )


async def test_each_choice_carries_the_others(talk: Talk) -> None:
    codes = (BIRTH.code, BIRTH_AGAIN.code, COPY.code)
    reply = await choices(talk.turn(State()), "Việc nào?", codes, back=Home())

    assert [row[0].press for row in reply.buttons[:3]] == [
        "c:1.001193:1.004884,2.000635",
        "c:1.004884:1.001193,2.000635",
        "c:2.000635:1.001193,1.004884",
    ]


async def test_the_same_name_twice_says_where_each_is_handled(talk: Talk) -> None:
    talk.library = FakeLibrary(
        (
            COPY,
            _twin("2.000636", levels=(Level.MINISTRY,)),
            _twin("1.115000", scope=Scope.PROVINCIAL, publisher="UBND tỉnh Lào Cai"),
        )
    )
    reply = await choices(talk.turn(State()), "Việc nào?", ("2.000635", "2.000636", "1.115000"), back=Home())

    assert [row[0].label for row in reply.buttons[:3]] == [
        "Cấp bản sao trích lục hộ tịch (ở xã, phường)",
        "Cấp bản sao trích lục hộ tịch (ở bộ, ngành trung ương)",
        "Cấp bản sao trích lục hộ tịch (Lào Cai)",
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
