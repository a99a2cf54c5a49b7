from handlers.browse import PAGE, digest, show
from handlers.presses import Browse
from handlers.reply import Paragraph
from handlers.state import State
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, COPY, FakeLibrary
from tests.fakes.talk import Talk


def _many(count: int) -> list[Procedure]:
    return [
        BIRTH.model_copy(
            update={
                "facts": BIRTH.facts.model_copy(
                    update={"code": f"1.{number:06}", "fields": (f"Ngành {number}",)}
                )
            }
        )
        for number in range(count)
    ]


async def _labels(talk: Talk, press: Browse) -> list[str]:
    answer = await show(talk.turn(State()), press)
    return [one.label for row in answer.replies[0].buttons[:-1] for one in row]


async def test_only_what_has_a_guide_is_shown_counted_by_field(talk: Talk) -> None:
    talk.library = FakeLibrary((BIRTH, COPY))

    assert await _labels(talk, Browse()) == ["Hộ tịch (1)"]
    assert await _labels(talk, Browse(field=digest("Hộ tịch"))) == ["Đăng ký khai sinh"]


async def test_many_fields_are_turned_page_by_page(talk: Talk) -> None:
    talk.library = FakeLibrary(_many(PAGE * 2 + 1))

    first, last = await _labels(talk, Browse()), await _labels(talk, Browse(page=2))

    assert len(first) == PAGE + 1
    assert first[-1] == "Trang 2/3"
    assert last == ["Ngành 16 (1)", "Trang 2/3"]


async def test_a_field_that_is_gone_and_a_page_too_far_show_what_there_is(talk: Talk) -> None:
    gone = await show(talk.turn(State()), Browse(field="00000000"))
    far = await _labels(talk, Browse(page=50))

    assert gone.replies[0].blocks == (Paragraph(text="Những thủ tục bà con hay hỏi, xếp theo lĩnh vực:"),)
    assert far[0] == "Hộ tịch (2)"


def test_a_field_s_digest_is_the_same_every_day() -> None:
    assert digest("Hộ tịch") == "45c2aa43"
