import pytest

from handlers import whereabouts
from handlers.language import Language
from handlers.outcome import Outcome
from handlers.state import Awaits, State
from knowledge.communes import Today
from knowledge.gazetteer import Tier
from tests.fakes.talk import Talk


@pytest.mark.parametrize(
    ("line", "piece"),
    [
        ("huyện Núi Thành giờ thuộc đâu", "thuộc Đà Nẵng, gồm xã Núi Thành"),
        ("xã Tam Hải huyện Núi Thành cũ nay là xã nào", "nay là xã Tam Hải, Đà Nẵng."),
        ("tinh Quang Nam gio thuoc tinh nao", "Quảng Nam nay là Đà Nẵng."),
    ],
)
async def test_a_place_is_told_by_its_name_of_today(talk: Talk, line: str, piece: str) -> None:
    answer = await talk.say(line)

    assert answer.outcome == Outcome.ANSWERED
    assert piece in talk.text


async def test_a_name_of_many_is_listed_with_provinces_and_may_be_made_clear(talk: Talk) -> None:
    await talk.say("xã Tân Lập giờ thuộc đâu")
    assert talk.text.count("•") == whereabouts.MOST
    assert "Tên này có ở nhiều nơi" in talk.text

    await talk.say("xã Tân Lập, huyện Lục Ngạn")
    assert talk.text.startswith("Xã Tân Lập, huyện Lục Ngạn, Bắc Giang nay là xã Đèo Gia, Bắc Ninh.")


@pytest.mark.parametrize("line", ["xã tôi giờ thuộc xã nào", "xã Xyzzy giờ thuộc đâu"])
async def test_a_place_without_a_known_name_is_asked_for_kindly(talk: Talk, line: str) -> None:
    answer = await talk.say(line)

    assert (answer.outcome, answer.state.awaits) == (Outcome.CLARIFIED, Awaits.PLACE)
    assert "ví dụ “xã Tam Hải, huyện Núi Thành”" in talk.text


@pytest.mark.parametrize("line", ["hôm nay là gì", "khai sinh ở xã nào", "nộp ở đâu"])
async def test_other_questions_are_none_after_a_place(talk: Talk, line: str) -> None:
    assert await whereabouts.asked(talk.turn(State(), line)) is None


async def test_what_is_not_awaited_is_not_taken_for_a_place(talk: Talk) -> None:
    waiting = State(awaits=Awaits.PLACE)

    assert await whereabouts.awaited(talk.turn(State(), "huyện Núi Thành")) is None
    assert await whereabouts.awaited(talk.turn(waiting, "khai sinh cần gì")) is None
    assert await whereabouts.awaited(talk.turn(waiting, "huyện Núi Thành")) is not None


def test_a_divided_commune_a_name_in_use_and_a_long_list(say: Language) -> None:
    divided = Today(tier=Tier.COMMUNE, former="xã A, huyện B, C", province="D", communes=("xã E", "xã F"))
    current = Today(tier=Tier.COMMUNE, province="D", communes=("xã E",))
    many = Today(
        tier=Tier.DISTRICT, former="huyện B, C", province="D", communes=tuple(f"xã {n}" for n in range(10))
    )

    assert whereabouts.sentence(say, divided) == "Xã A, huyện B, C nay chia vào xã E, xã F, D."
    assert whereabouts.sentence(say, current) == "Xã E, D là tên đang dùng hiện nay."
    assert whereabouts.sentence(say, many).endswith("xã 6, xã 7 và 2 nơi khác.")
