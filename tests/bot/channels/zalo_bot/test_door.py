import json
from dataclasses import asdict
from typing import Any

import pytest

from bot.channels.typing import Typing
from bot.channels.zalo_bot.api import Api
from bot.channels.zalo_bot.door import Door
from bot.channels.zalo_bot.wire import Event
from storage.inbox import Received
from tests.bot.channels.telegram.test_door import Lanes
from tests.bot.channels.zalo_bot.test_wire import SAMPLE


def texts(lanes: Lanes) -> list[str]:
    """What was taken, in the words in which it came."""
    found = [Event.read(json.loads(one.body)) for one in lanes.taken]
    return [one.message.text for one in found if one and one.message]


async def test_an_event_is_taken_once(api: Api) -> None:
    lanes = Lanes()
    typing = Typing(api.typing)
    door = Door(lanes, typing, name="Bot Một Cửa")
    assert await door.take(SAMPLE)
    assert not await door.take(SAMPLE)
    assert texts(lanes) == ["Xin chào"]
    (envelope,) = lanes.taken
    message = door.read(Received(id=1, **asdict(envelope)))
    assert message is not None
    assert (message.text, message.event_id) == ("Xin chào", "2d758cb5e222177a4e35")
    typing.close()


@pytest.mark.parametrize("raw", [{"message": {}}, {"event_name": "bot.added"}])
async def test_what_is_not_for_us_is_left(api: Api, raw: dict[str, Any]) -> None:
    lanes = Lanes()
    assert not await Door(lanes, Typing(api.typing), name="Bot Một Cửa").take(raw)
    assert lanes.taken == []
