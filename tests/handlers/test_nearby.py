import pytest

from handlers.message import Kind, Message
from handlers.presses import AtCommune, Nearby
from handlers.reply import Wish
from handlers.state import Awaits
from tests.fakes.talk import START, Talk

HANOI = (21.0285, 105.8542)


async def shared(talk: Talk, spot: tuple[float, float]) -> None:
    message = Message(channel="test", chat="an", event_id="e", at=START, kind=Kind.LOCATION, spot=spot)
    await talk.take(message)


async def test_it_asks_where_that_is_and_lets_it_be_shared(talk: Talk) -> None:
    await talk.say("gần tôi")
    assert talk.last.replies[0].wish is Wish.SPOT
    assert talk.last.state.awaits is Awaits.NEAR


async def test_a_shared_place_is_asked_back_about_and_not_kept(talk: Talk) -> None:
    await shared(talk, HANOI)
    assert "Phường Hoàn Kiếm, Hà Nội" in talk.labels[0]
    assert "không giữ lại vị trí" in talk.text
    assert talk.last.state.commune == ""
    await talk.tap("Phường Cửa Nam")
    assert "Bộ phận một cửa Phường Cửa Nam, Hà Nội" in talk.text
    assert "1022" in talk.text
    assert (talk.last.state.province, talk.last.state.commune) == ("Hà Nội", "Phường Cửa Nam")


async def test_a_told_name_is_enough(talk: Talk) -> None:
    await talk.press(Nearby())
    await talk.say("xã Tam Hải, huyện Núi Thành")
    assert "Bộ phận một cửa" in talk.text
    assert "Đà Nẵng" in talk.text


async def test_a_name_of_several_is_told_of_all(talk: Talk) -> None:
    await talk.press(Nearby())
    await talk.say("huyện Núi Thành")
    assert "Đà Nẵng" in talk.text
    assert talk.last.state.commune == ""


async def test_another_question_is_not_taken_for_a_place(talk: Talk) -> None:
    await talk.press(Nearby())
    await talk.say("khai sinh")
    assert talk.last.code == "1.001193"


async def test_once_it_is_known_the_desk_is_told_at_once(talk: Talk) -> None:
    await shared(talk, HANOI)
    await talk.tap("Phường Hoàn Kiếm")
    await talk.press(Nearby())
    assert "Bộ phận một cửa Phường Hoàn Kiếm, Hà Nội" in talk.text
    await talk.tap("Quên nơi này")
    await talk.press(Nearby())
    assert talk.last.replies[0].wish is Wish.SPOT


async def test_a_place_elsewhere_is_not_guessed(talk: Talk) -> None:
    await shared(talk, (48.85, 2.35))
    assert "không biết xã, phường nào ở đó" in talk.text


@pytest.mark.parametrize("digest", ["00000000", "x"])
async def test_a_commune_that_is_gone_is_asked_for(talk: Talk, digest: str) -> None:
    await talk.press(AtCommune(commune=digest))
    assert talk.last.state.awaits is Awaits.NEAR
