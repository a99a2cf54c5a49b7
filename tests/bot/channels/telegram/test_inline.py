import pytest

from bot.channels.telegram.api import Api
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.wire import Asked, Person
from handlers.services import Services
from knowledge.matching.match import Verdict
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, FakeLibrary
from tests.fakes.matcher import FakeMatcher, Says
from tests.fakes.talk import HASHER
from tests.fakes.telegram import faults
from tests.fakes.telegram.rules import visible
from tests.fakes.telegram.server import FakeTelegram


@pytest.fixture
def inline(api: Api) -> Inline:
    return Inline(api, Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER))


def asked(query: str) -> Asked:
    return Asked.model_validate({"id": "5", "from": Person(id=7), "query": query})


async def test_what_may_be_meant_is_offered_with_its_card(inline: Inline, fake: FakeTelegram) -> None:
    await inline.answer(asked(" khai   sinh "))
    (answer,) = fake.called("answerInlineQuery")
    first = answer["results"][0]
    assert (first["id"], answer["cache_time"]) == ("1.001193", 300)
    text, fault = visible(first["input_message_content"]["message_text"])
    assert "Đăng ký khai sinh" in text
    assert fault == ""
    ((way,),) = first["reply_markup"]["inline_keyboard"]
    assert way["url"].startswith("https://t.me/motcua_bot?start=p_")


class Everything(FakeLibrary):
    """Holds whatever is asked for."""

    async def find(self, code: str) -> Procedure | None:
        facts = BIRTH.facts.model_copy(update={"code": code})
        return BIRTH.model_copy(update={"facts": facts})


async def test_of_much_that_may_be_meant_the_likeliest_few_are_offered(api: Api, fake: FakeTelegram) -> None:
    codes = [(f"1.{number:06}", 0.9) for number in range(60)]
    matcher = Says(Verdict.OFFER, *codes)
    await Inline(api, Services(library=Everything(), matcher=matcher, hasher=HASHER)).answer(asked("a"))
    (answer,) = fake.called("answerInlineQuery")
    assert [one["id"] for one in answer["results"]] == [code for code, _ in codes[:10]]


@pytest.mark.parametrize("query", ["", "   ", "asdkjh"])
async def test_what_nobody_knows_offers_nothing(inline: Inline, fake: FakeTelegram, query: str) -> None:
    await inline.answer(asked(query))
    assert fake.called("answerInlineQuery")[0]["results"] == []


async def test_a_refusal_harms_nobody(inline: Inline, fake: FakeTelegram) -> None:
    fake.fail("answerInlineQuery", faults.flood(3))
    await inline.answer(asked("khai sinh"))
    assert len(fake.called("answerInlineQuery")) == 1
