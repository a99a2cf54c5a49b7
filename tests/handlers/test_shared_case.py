from collections.abc import Mapping

import pytest

from handlers.needed import UNKNOWN
from handlers.presses import Choose, OpenList, SharedCase, TakeCase, Tick
from handlers.shared_case import pack, unpack
from knowledge.guide import Choice
from knowledge.procedure import Procedure
from storage import checklists
from tests.fakes.library import BIRTH, COPY
from tests.fakes.talk import Talk

CASE = pack(BIRTH, {"giay": "khong", "ai": "nho"})
SHARED = SharedCase(code=BIRTH.code, case=CASE)


async def kept(talk: Talk) -> checklists.Checklist:
    async with talk.database.reading() as session:
        return (await checklists.of_chat(session, "test", talk.chat))[0]


def asked_otherwise() -> Procedure:
    assert BIRTH.guide is not None
    first, *others = BIRTH.guide.ask
    more = first.model_copy(update={"choices": (Choice(id="mat", label="Bị mất"), *first.choices)})
    guide = BIRTH.guide.model_copy(update={"ask": (more, *others)})
    return BIRTH.model_copy(update={"guide": guide})


@pytest.mark.parametrize(
    "answers", [{}, {"giay": "co"}, {"ai": "nho"}, {"giay": UNKNOWN, "ai": "cha_me"}], ids=str
)
def test_a_case_goes_through_a_link_unharmed(answers: Mapping[str, str]) -> None:
    assert unpack(BIRTH, pack(BIRTH, answers)) == answers


def test_it_is_short_and_names_no_answer() -> None:
    assert len(CASE) == 6
    assert CASE.startswith("22")


@pytest.mark.parametrize("case", ["", "1", "12", "0000", "aa" + CASE[2:-1] + "x", f"1{CASE}"])
def test_what_nobody_packed_is_no_case(case: str) -> None:
    assert unpack(BIRTH, case) is None


def test_signs_that_mean_nothing_are_left_open() -> None:
    assert unpack(BIRTH, f"9x{CASE[-4:]}") == {}


def test_a_guide_that_asks_otherwise_by_now_is_not_answered_by_an_old_link() -> None:
    assert unpack(asked_otherwise(), CASE) is None


def test_without_questions_there_is_a_case_too() -> None:
    assert unpack(COPY, pack(COPY, {})) == {}


async def test_a_shared_case_opens_the_list_with_its_answers(talk: Talk) -> None:
    await talk.press(SHARED)
    assert "Nhờ người khác" in talk.text
    assert "Giấy ủy quyền" in talk.text
    assert "Giấy chứng sinh\n" not in talk.text
    assert (await kept(talk)).answers == {"giay": "khong", "ai": "nho"}


async def test_in_the_chat_it_came_from_it_opens_the_live_list(talk: Talk) -> None:
    await talk.press(SHARED)
    await talk.press(Tick(checklist=(await kept(talk)).id, paper="uy_quyen", have=1))
    await talk.press(SHARED)
    assert "· 1/" in talk.text


async def test_a_list_of_ones_own_is_not_touched_without_asking(talk: Talk) -> None:
    await talk.press(Choose(code=BIRTH.code, question="giay", choice="co"))
    await talk.press(SHARED)
    assert talk.last.outcome == "clarified"
    assert (await kept(talk)).answers == {"giay": "co"}
    await talk.tap("Danh sách của mình")
    assert talk.last.outcome == "answered"
    await talk.press(TakeCase(code=BIRTH.code, case=CASE))
    assert (await kept(talk)).answers == {"giay": "khong", "ai": "nho"}


async def test_the_shared_one_can_be_taken_instead(talk: Talk) -> None:
    await talk.press(Choose(code=BIRTH.code, question="giay", choice="co"))
    await talk.press(SHARED)
    await talk.tap("Danh sách được chia sẻ")
    assert (await kept(talk)).answers == {"giay": "khong", "ai": "nho"}
    await talk.press(OpenList(checklist=(await kept(talk)).id))
    assert "Giấy ủy quyền" in talk.text


@pytest.mark.parametrize("press", [SharedCase, TakeCase])
async def test_an_old_case_begins_with_the_first_question(
    talk: Talk, press: type[SharedCase] | type[TakeCase]
) -> None:
    await talk.press(press(code=BIRTH.code, case="11" + "0000"))
    assert "Bé có Giấy chứng sinh không?" in talk.text


async def test_a_case_with_no_answers_asks_its_questions(talk: Talk) -> None:
    await talk.press(SharedCase(code=BIRTH.code, case=pack(BIRTH, {})))
    assert "Bé có Giấy chứng sinh không?" in talk.text
