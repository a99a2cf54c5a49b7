import asyncio

import pytest

from bot.channels.typing import Typing
from bot.channels.zalo_bot.api import Api
from bot.channels.zalo_bot.door import Door
from bot.channels.zalo_bot.polling import Polling
from tests.bot.channels.telegram.test_door import Lanes
from tests.bot.channels.zalo_bot.test_door import texts
from tests.fakes.zalo_bot.person import Person
from tests.fakes.zalo_bot.server import TIMEOUT, FakeZaloBot, Fault


@pytest.mark.parametrize("fault", [TIMEOUT, Fault(code=502), Fault(cut=True)], ids=lambda one: str(one.code))
async def test_every_line_comes_once_whatever_happens_between(
    api: Api, fake: FakeZaloBot, an: Person, fault: Fault
) -> None:
    lanes, typing = Lanes(), Typing(api.typing)
    door = Door(lanes, typing, name=api.name)
    fake.repeats = 3
    fake.fail("getUpdates", fault)
    for text in ("một", "hai"):
        await an.say(text)
    task = asyncio.create_task(Polling(api, door, held=1, again=0, waits=(0.0,)).run())
    await fake.until(lambda: texts(lanes) == ["một", "hai"] and not fake.waiting)
    task.cancel()
    typing.close()
