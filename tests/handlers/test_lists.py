from handlers.lists import MOST
from handlers.presses import Lists, Walk
from knowledge.procedure import Procedure
from tests.fakes.library import COPY, EVERYTHING, FakeLibrary
from tests.fakes.talk import Talk


def _copies(count: int) -> list[Procedure]:
    told = ({"code": f"2.{number:06}", "name": f"Việc {number}"} for number in range(count))
    return [COPY.model_copy(update={"facts": COPY.facts.model_copy(update=one)}) for one in told]


async def test_the_last_touched_come_first_and_only_so_many(talk: Talk) -> None:
    talk.library = FakeLibrary(_copies(MOST + 2))
    for number in range(MOST + 2):
        talk.wait(minutes=1)
        await talk.press(Walk(code=f"2.{number:06}"))

    await talk.press(Lists())

    assert talk.labels[:-2] == [f"Việc {number} · 0/3" for number in range(MOST + 1, 1, -1)]


async def test_a_list_whose_procedure_is_gone_is_left_out(talk: Talk) -> None:
    await talk.press(Walk(code="2.000635"))
    talk.library = FakeLibrary([one for one in EVERYTHING if one.code != "2.000635"])

    await talk.press(Lists())
    assert "Bạn chưa có danh sách nào" in talk.text
    await talk.press("k:1")
    assert "không còn trong danh mục" in talk.text
