from handlers.presses import Erase, MyData, Privacy
from tests.fakes.talk import Talk


async def test_the_promise_leads_to_what_is_kept_and_to_erasing_it(talk: Talk) -> None:
    await talk.say("/quyenriengtu")

    presses = [one.press for one in talk.buttons]
    assert {MyData().encode(), Erase().encode()} <= set(presses)
    assert "không bao giờ hỏi số căn cước" in talk.text
    assert "90 ngày" in talk.text


async def test_it_is_the_same_in_english(talk: Talk) -> None:
    await talk.say("english")
    await talk.press(Privacy())

    assert "90 days" in talk.text
