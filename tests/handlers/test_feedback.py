from handlers.presses import Because, Judge, Neither, Why
from storage import questions
from storage.questions import Asked, Opinion
from tests.fakes.talk import START, Talk


async def _noted(talk: Talk) -> list[Asked]:
    async with talk.database.reading() as session:
        return await questions.latest(session, 10)


async def test_only_an_answer_to_a_question_has_thumbs(talk: Talk) -> None:
    await talk.say("khai sinh")
    assert {"👍 Có ích", "👎 Chưa đúng ý"} <= set(talk.labels)
    assert await _noted(talk) == []

    await talk.say("xin chào")
    assert "👍 Có ích" not in talk.labels
    await talk.say("thời tiết hôm nay")
    assert "👍 Có ích" not in talk.labels


async def test_a_thumb_up_is_thanked_and_noted_with_the_question(talk: Talk) -> None:
    await talk.say("khai sinh, số em 0912345678")
    await talk.tap("👍")

    assert "Cảm ơn" in talk.text
    (noted,) = await _noted(talk)
    assert (noted.code, noted.opinion, noted.at) == ("1.001193", Opinion.GOOD, START)
    assert "khai sinh" in noted.text
    assert "0912" not in noted.text


async def test_a_thumb_down_is_asked_why_and_kept_once(talk: Talk) -> None:
    await talk.say("khai sinh")
    await talk.tap("👎")
    await talk.tap("Khó hiểu")

    (noted,) = await _noted(talk)
    assert (noted.opinion, noted.reason) == (Opinion.BAD, Why.UNCLEAR)
    await talk.say("bao nhiêu tiền")
    assert talk.last.code == "1.001193"


async def test_who_meant_another_procedure_is_led_to_it(talk: Talk) -> None:
    await talk.say("khai sinh")
    await talk.tap("👎")
    await talk.press(Because(code="1.001193", why=Why.OTHER_PROCEDURE))

    assert any("Đăng ký lại khai sinh" in label for label in talk.labels)


async def test_an_old_thumb_judges_without_a_text(talk: Talk) -> None:
    await talk.press(Judge(code="1.001193", good=0))

    (noted,) = await _noted(talk)
    assert (noted.text, noted.code) == ("", "1.001193")


async def test_what_found_nothing_is_noted(talk: Talk) -> None:
    await talk.say("thời tiết hôm nay")
    await talk.say("xin giấy gì đó")
    await talk.press(Neither())
    await talk.press(Neither())

    assert [one.text for one in await _noted(talk)] == ["xin giấy gì đó", "thời tiết hôm nay"]
