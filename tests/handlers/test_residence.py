import pytest

from handlers import residence
from handlers.outcome import Outcome
from handlers.presses import EraseNow, ForgetHome, MyHome
from handlers.state import Awaits, State
from knowledge.communes import today
from knowledge.matching.match import Place, Verdict
from tests.fakes.matcher import Says
from tests.fakes.talk import Talk


def kept(state: State) -> tuple[str, str]:
    return state.province, state.commune


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("nhà em ở huyện Núi Thành", ("Đà Nẵng", "")),
        ("tôi ở Đắk Nông", ("Lâm Đồng", "")),
        ("dạ em đang ở xã Tam Hải, huyện Núi Thành cũ ạ", ("Đà Nẵng", "Xã Tam Hải")),
        ("minh song o Sài Gòn", ("Thành phố Hồ Chí Minh", "")),
    ],
)
async def test_a_home_that_is_told_is_kept_by_its_name_of_today(
    talk: Talk, line: str, place: tuple[str, str]
) -> None:
    answer = await talk.say(line)

    assert (answer.outcome, kept(answer.state)) == (Outcome.ANSWERED, place)
    assert place[0] in talk.text


async def test_a_question_behind_the_place_is_answered_and_the_place_kept(talk: Talk) -> None:
    answer = await talk.say("nhà em ở huyện Núi Thành, làm khai sinh ở đâu")

    assert (answer.code, kept(answer.state)) == ("1.001193", ("Đà Nẵng", ""))


async def test_the_person_s_place_goes_before_the_deployment_s(talk: Talk) -> None:
    talk.home = Place(province="Lào Cai")
    await talk.say("tôi ở Đắk Nông")
    talk.matcher = matcher = Says(Verdict.OUT_OF_SCOPE)

    await talk.say("câu hỏi")

    assert matcher.places == [Place(province="Lâm Đồng")]


async def test_the_card_names_the_desk_near_the_person(talk: Talk) -> None:
    await talk.say("em ở xã Tam Hải, huyện Núi Thành")
    await talk.say("khai sinh ở đâu")

    assert "Gần bạn: Xã Tam Hải." in talk.text


async def test_it_is_changed_at_a_word_and_forgotten_at_a_press(talk: Talk) -> None:
    await talk.say("tôi ở Đắk Nông")
    changed = await talk.say("tôi ở Huế")
    shown = await talk.press(MyHome())
    typed = await talk.say("Cà Mau")
    gone = await talk.press(ForgetHome())

    assert (kept(changed.state), shown.state.awaits) == (("Huế", ""), Awaits.HOME)
    assert (kept(typed.state), kept(gone.state)) == (("Cà Mau", ""), ("", ""))


async def test_it_is_forgotten_with_all_other_data(talk: Talk) -> None:
    await talk.say("tôi ở Huế")

    assert kept((await talk.press(EraseNow())).state) == ("", "")


async def test_without_a_place_it_is_asked_for(talk: Talk) -> None:
    assert (await talk.press(MyHome())).state.awaits is Awaits.HOME


async def test_a_name_of_many_provinces_is_asked_back(talk: Talk) -> None:
    answer = await talk.say("nhà tôi ở xã Tân Lập")

    assert (answer.outcome, answer.state.awaits, kept(answer.state)) == (
        Outcome.CLARIFIED,
        Awaits.HOME,
        ("", ""),
    )
    assert kept((await talk.say("xã Tân Lập, Bắc Giang, huyện Lục Ngạn")).state) == ("Bắc Ninh", "Xã Đèo Gia")


@pytest.mark.parametrize(
    "line", ["ở Huế làm khai sinh", "em ở đâu cũng được", "tôi ở trọ", "em ở nhà thuê", "con em ở với bà", ""]
)
async def test_what_tells_no_home_keeps_none(talk: Talk, line: str) -> None:
    assert await residence.told(talk.turn(State(), line)) is None


def test_communes_of_one_province_leave_the_province_sure() -> None:
    assert residence.home(today("huyện Núi Thành")) == Place(province="Đà Nẵng")
