from handlers.presses import Change, OpenList, Tick, Walk
from handlers.reply import Reply
from tests.fakes.talk import Talk


def _key(reply: Reply) -> str:
    return reply.key


async def test_a_tick_takes_the_place_of_the_list_it_was_made_on(talk: Talk) -> None:
    await talk.press(Walk(code="2.000635"))
    opened = _key(talk.last.replies[0])
    talk.wait(minutes=5)
    await talk.tap("Căn cước")

    assert opened.startswith("checklist-1-")
    assert _key(talk.last.replies[0]) == opened


async def test_a_list_opened_anew_is_a_new_thing_below(talk: Talk) -> None:
    await talk.press(Walk(code="2.000635"))
    opened = _key(talk.last.replies[0])
    talk.wait(minutes=5)
    await talk.press(OpenList(checklist=1))

    assert _key(talk.last.replies[0]) not in ("", opened)


async def test_a_tick_on_an_old_list_does_not_replace_another_list(talk: Talk) -> None:
    await talk.press(Walk(code="2.000635"))
    await talk.press(Walk(code="1.004884"))
    await talk.press(Tick(checklist=2, paper="to_khai", have=1))
    await talk.press(OpenList(checklist=1))
    await talk.press(Tick(checklist=2, paper="to_khai", have=0))

    assert _key(talk.last.replies[0]).startswith("checklist-2-")


async def test_a_page_beyond_the_last_is_the_last(talk: Talk) -> None:
    await talk.press(Walk(code="1.000002"))
    await talk.press(OpenList(checklist=1, page=99))

    assert "Bản vẽ số 29" in talk.text


async def test_without_questions_there_is_no_answer_to_change(talk: Talk) -> None:
    await talk.press(Walk(code="2.000635"))
    assert not any("Đổi câu trả lời" in label for label in talk.labels)

    await talk.press(Change(checklist=1))
    assert "Giấy tờ cần mang" in talk.text
