from handlers.presses import ForgetPapers, KeepPapers, MyPapers, Tick, Walk
from knowledge.guide import GuidePaper
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, BIRTH_AGAIN, FakeLibrary
from tests.fakes.talk import Talk


def _again() -> Procedure:
    """A second procedure that asks for the same identity card."""
    assert BIRTH_AGAIN.guide
    card = GuidePaper(id="can_cuoc", name="Thẻ căn cước", show_only=True)
    papers = (*BIRTH_AGAIN.guide.papers, card)
    return BIRTH_AGAIN.model_copy(update={"guide": BIRTH_AGAIN.guide.model_copy(update={"papers": papers})})


async def _ticked(talk: Talk) -> None:
    """A list on which the identity card is ticked."""
    talk.library = FakeLibrary((BIRTH, _again()))
    await talk.press("a:1.001193:giay:co")
    await talk.press("a:1.001193:ai:cha_me")
    await talk.tap("Căn cước")


async def test_nothing_is_remembered_unasked(talk: Talk) -> None:
    await _ticked(talk)
    await talk.press(MyPapers())

    assert "chưa nhớ giấy nào" in talk.text


async def test_a_paper_once_marked_is_ticked_on_the_next_list_and_says_so(talk: Talk) -> None:
    await _ticked(talk)
    await talk.tap("Nhớ giấy tôi đã có")
    assert "Căn cước hoặc hộ chiếu" in talk.text

    await talk.press(Walk(code=BIRTH_AGAIN.code))

    assert "[x] Thẻ căn cước" in talk.text
    assert "bạn đã báo là có" in talk.text


async def test_unticking_forgets_the_paper(talk: Talk) -> None:
    await _ticked(talk)
    await talk.press(KeepPapers(checklist=1))
    await talk.press(Tick(checklist=1, paper="can_cuoc", have=0))
    await talk.press(Tick(checklist=1, paper="to_khai", have=1))
    await talk.press(MyPapers())

    assert "Căn cước" not in talk.text


async def test_all_are_forgotten_at_a_press_and_ticks_stay(talk: Talk) -> None:
    await _ticked(talk)
    await talk.press(KeepPapers(checklist=1))
    await talk.press(ForgetPapers())
    await talk.press(Walk(code=BIRTH_AGAIN.code))
    assert "[x]" not in talk.text

    await talk.press(Walk(code=BIRTH.code))
    assert "[x] Căn cước" in talk.text
    assert "bạn đã báo" not in talk.text
