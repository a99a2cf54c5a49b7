from handlers.often import LEAST
from handlers.presses import Card, Often
from knowledge.matching.match import Place
from tests.fakes.library import BIRTH, BIRTH_AGAIN, COPY
from tests.fakes.talk import Talk

HERE = Place(province="Hà Nội", commune="Phường Hồng Hà")


async def asked(talk: Talk, line: str, times: int) -> None:
    for _ in range(times):
        await talk.say(line)


async def test_before_anybody_asked_the_shipped_ones_are_shown(talk: Talk) -> None:
    talk.often = (COPY.code, "1.999999", BIRTH.code)
    await talk.press(Often())
    assert talk.text.startswith("Những thủ tục mọi người hay hỏi nhất")
    assert [one.press for one in talk.buttons[:2]] == [
        Card(code=COPY.code).encode(),
        Card(code=BIRTH.code).encode(),
    ]


async def test_what_is_asked_here_goes_before_them(talk: Talk) -> None:
    talk.home, talk.often = HERE, (COPY.code, BIRTH.code)
    await asked(talk, "khai sinh", LEAST)
    await talk.say("hay hỏi ở xã tôi")
    assert talk.text.startswith("Ở Phường Hồng Hà, Hà Nội mọi người hay hỏi")
    assert [one.press for one in talk.buttons[:2]] == [
        Card(code=BIRTH.code).encode(),
        Card(code=COPY.code).encode(),
    ]


async def test_what_a_single_person_may_have_asked_is_not_told(talk: Talk) -> None:
    talk.home = HERE
    await asked(talk, "khai sinh", LEAST - 1)
    await talk.press(Often())
    assert Card(code=BIRTH.code).encode() not in [one.press for one in talk.buttons]


async def test_presses_and_what_is_asked_elsewhere_are_not_counted(talk: Talk) -> None:
    talk.home = HERE
    for _ in range(LEAST):
        await talk.press(Card(code=BIRTH_AGAIN.code))
    await asked(talk, "khai sinh", LEAST)
    talk.home = Place(province="Huế", commune="Phường Thuận Hóa")
    await talk.press(Often())
    assert {Card(code=one.code).encode() for one in (BIRTH, BIRTH_AGAIN)}.isdisjoint(
        one.press for one in talk.buttons
    )


async def test_what_was_asked_long_ago_is_over(talk: Talk) -> None:
    talk.home = HERE
    await asked(talk, "khai sinh", LEAST)
    talk.wait(days=31)
    await talk.press(Often())
    assert Card(code=BIRTH.code).encode() not in [one.press for one in talk.buttons]


async def test_back_from_a_card_leads_to_the_list(talk: Talk) -> None:
    talk.often = (BIRTH.code,)
    await talk.press(Often())
    await talk.tap("Đăng ký khai sinh")
    await talk.tap("Quay lại")
    assert "hay hỏi nhất" in talk.text
