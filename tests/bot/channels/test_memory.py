import pytest

from bot.channels.base import Channel, Delivery
from bot.channels.memory import MemoryChannel
from bot.desk import Desk
from bot.lanes import Lanes
from bot.sender import Sender
from handlers.dialogue import Dialogue
from handlers.services import Services
from storage.database import Database
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.talk import HASHER, START
from tests.fakes.web import echo

SERVICES = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER, clock=lambda: START)


async def test_a_whole_conversation_goes_over_it(database: Database) -> None:
    channel = MemoryChannel(clock=lambda: START)
    desk = Desk(database, Dialogue(SERVICES), clock=lambda: START)
    desk.reads(channel.name, channel.read)
    sender = Sender(database, [channel], clock=lambda: START)
    lanes = Lanes(desk, sender.wake)
    assert await channel.hear(lanes, "an", "1", "khai sinh cho con")
    assert not await channel.hear(lanes, "an", "1", "khai sinh cho con")
    assert await channel.hear(lanes, "an", "2", " ")
    await lanes.stop()
    await sender.send_due()
    (reply,) = channel.said["an"].values()
    assert "khai sinh" in reply.model_dump_json()


async def test_a_repeated_delivery_is_shown_once() -> None:
    channel: Channel = MemoryChannel()
    for _ in range(2):
        await channel.send(Delivery(id=1, chat="an", reply=echo("chào")))
    assert isinstance(channel, MemoryChannel)
    assert list(channel.said["an"]) == [1]


async def test_it_refuses_as_often_as_it_is_told() -> None:
    channel = MemoryChannel()
    channel.refuse(ConnectionError())
    delivery = Delivery(id=1, chat="an", reply=echo("chào"))
    with pytest.raises(ConnectionError):
        await channel.send(delivery)
    await channel.send(delivery)
    assert list(channel.said["an"]) == [1]
