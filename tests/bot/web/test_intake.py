import json

import pytest

from bot.web.intake import TEXT_LIMIT, Intake
from bot.web.limits import Rate
from bot.web.visit import Visitor
from bot.web.wire import BODY_LIMIT, Refused, Taken
from handlers.language import Languages
from tests.fakes.web import AT, ScriptedLanes, ScriptedService

VISITOR = Visitor(chat="c" * 64, address="203.0.113.7")


@pytest.fixture
def intake(service: ScriptedService) -> Intake:
    return Intake(service.lanes, Languages.shipped().of("vi"), clock=lambda: AT)


@pytest.fixture
def lanes(service: ScriptedService) -> ScriptedLanes:
    return service.lanes


def line(**fields: object) -> bytes:
    return json.dumps({"event": "event-0001"} | fields).encode()


async def test_a_text_becomes_a_message(intake: Intake, lanes: ScriptedLanes) -> None:
    taken = await intake.take(VISITOR, line(text="  lam   giay\u200b khai sinh "))
    assert taken == Taken(event="event-0001")
    (message,) = lanes.taken
    assert (message.channel, message.chat, message.event_id) == ("web", VISITOR.chat, "event-0001")
    assert (message.text, message.press, message.at) == ("lam giay khai sinh", "", AT)


async def test_letters_are_composed(intake: Intake, lanes: ScriptedLanes) -> None:
    await intake.take(VISITOR, line(text="Hô\u0300 sơ"))
    assert lanes.taken[0].text == "Hồ sơ"


async def test_a_press_goes_through_as_it_is(intake: Intake, lanes: ScriptedLanes) -> None:
    await intake.take(VISITOR, line(press="papers"))
    assert (lanes.taken[0].text, lanes.taken[0].press) == ("", "papers")


async def test_a_spot_is_a_location(intake: Intake, lanes: ScriptedLanes) -> None:
    await intake.take(VISITOR, line(spot=[16.05, 108.2]))
    assert (lanes.taken[0].kind, lanes.taken[0].spot) == ("location", (16.05, 108.2))


async def test_a_line_sent_again_is_taken_once(intake: Intake, lanes: ScriptedLanes) -> None:
    words = [await intake.take(VISITOR, line(text="chào")) for _ in range(2)]
    assert words == [Taken(event="event-0001")] * 2
    assert len(lanes.taken) == 1


@pytest.mark.parametrize(
    ("raw", "status", "says"),
    [
        (b"", 400, "chưa đọc được"),
        (b"{", 400, "chưa đọc được"),
        (b"[]", 400, "chưa đọc được"),
        (b"\xff\xfe", 400, "chưa đọc được"),
        (line(text="chào", chat="another"), 400, "chưa đọc được"),
        (line(text="\u200b \n"), 400, "chưa thấy chữ nào"),
        (line(text="a" * (TEXT_LIMIT + 1)), 413, "2000"),
        (line(text="a" * BODY_LIMIT), 413, "2000"),
    ],
)
async def test_what_cannot_be_taken_is_refused_kindly(
    intake: Intake, lanes: ScriptedLanes, raw: bytes, status: int, says: str
) -> None:
    refused = await intake.take(VISITOR, raw)
    assert isinstance(refused, Refused)
    assert refused.status == status
    assert says in refused.text
    assert lanes.taken == []


async def test_the_longest_line_fits(intake: Intake) -> None:
    assert isinstance(await intake.take(VISITOR, line(text="a" * TEXT_LIMIT)), Taken)


async def test_a_chat_that_hurries_is_asked_to_wait(service: ScriptedService) -> None:
    intake = Intake(service.lanes, Languages.shipped().of("vi"), chat_rate=Rate(burst=1, per_second=0))
    assert isinstance(await intake.take(VISITOR, line(text="chào")), Taken)
    refused = await intake.take(VISITOR, line(event="event-0002", text="chào"))
    assert isinstance(refused, Refused)
    assert (refused.event, refused.status) == ("event-0002", 429)
    assert "chờ vài giây" in refused.text
    other = Visitor(chat="d" * 64, address=VISITOR.address)
    assert isinstance(await intake.take(other, line(text="chào")), Taken)


async def test_an_address_with_many_chats_is_asked_to_wait(service: ScriptedService) -> None:
    intake = Intake(service.lanes, Languages.shipped().of("vi"), address_rate=Rate(burst=2, per_second=0))
    visitors = [Visitor(chat=str(number) * 64, address="203.0.113.7") for number in range(3)]
    words = [await intake.take(visitor, line(text="chào")) for visitor in visitors]
    assert [word.kind for word in words] == ["taken", "taken", "refused"]
