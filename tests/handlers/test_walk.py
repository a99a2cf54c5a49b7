from handlers.presses import Choose, Question, Walk
from tests.fakes.talk import Talk


async def test_a_walk_goes_on_where_it_stopped(talk: Talk) -> None:
    await talk.press(Walk(code="1.001193"))
    await talk.press(Choose(code="1.001193", question="giay", choice="co"))
    await talk.say("menu")

    await talk.press(Walk(code="1.001193"))

    assert talk.text.startswith("2/2.")


async def test_a_question_shows_its_help_and_always_lets_one_be_unsure(talk: Talk) -> None:
    await talk.press(Question(code="1.001193", question="giay"))

    assert "Bệnh viện, trạm y tế" in talk.text
    assert talk.labels == ["Có", "Không có", "Không rõ", "⬅ Quay lại", "🏠 Menu"]


async def test_an_answer_begins_a_list_if_there_is_none(talk: Talk) -> None:
    await talk.press(Choose(code="1.001193", question="ai", choice="nho"))

    assert talk.text.startswith("1/2.")
    await talk.say("không có")
    assert "Giấy tờ cần mang · 0/4" in talk.text


async def test_a_second_answer_replaces_the_first(talk: Talk) -> None:
    for choice in ("co", "khong"):
        await talk.press(Choose(code="1.001193", question="giay", choice=choice))
    await talk.press(Choose(code="1.001193", question="ai", choice="cha_me"))

    assert "Giấy cam đoan" in talk.text
    assert "Giấy chứng sinh (" not in talk.text
