import pytest

from bot.channels.base import Delivery
from bot.channels.typing import Typing
from bot.channels.zalo_bot.api import Api
from bot.channels.zalo_bot.channel import ZaloBotChannel, chat_rate
from bot.errors import ChannelAwayError
from handlers.presses import MyData
from handlers.reply import Button, Paragraph, Reply
from tests.fakes.zalo_bot.person import Person
from tests.fakes.zalo_bot.server import FakeZaloBot, Fault

TWO = Reply(blocks=(Paragraph(text="a" * 1500), Paragraph(text="b" * 1500)))


@pytest.fixture
def channel(api: Api) -> ZaloBotChannel:
    return ZaloBotChannel(api, Typing(api.typing))


async def test_a_reply_is_shown(channel: ZaloBotChannel, an: Person) -> None:
    reply = Reply(blocks=(Paragraph(text="Chào <bạn> & gia đình"),))
    await channel.send(Delivery(id=1, chat=an.chat, reply=reply))
    assert an.last.text == "Chào <bạn> & gia đình"


async def test_parts_that_were_taken_are_not_sent_again(
    channel: ZaloBotChannel, fake: FakeZaloBot, an: Person
) -> None:
    delivery = Delivery(id=1, chat=an.chat, reply=TWO)
    await channel.send(delivery)
    fake.fail("sendMessage", Fault(code=502, taken=False))
    with pytest.raises(ChannelAwayError):
        await channel.send(delivery)
    fake.fail("sendMessage")
    await channel.send(delivery)
    assert [one.text[0] for one in an.screen] == ["a", "b"] * 2


async def test_the_second_part_is_tried_alone(channel: ZaloBotChannel, fake: FakeZaloBot, an: Person) -> None:
    fake.quota = 1
    with pytest.raises(Exception, match="Quota"):
        await channel.send(Delivery(id=1, chat=an.chat, reply=TWO))
    fake.quota = 9
    await channel.send(Delivery(id=1, chat=an.chat, reply=TWO))
    assert [one.text[0] for one in an.screen] == ["a", "b"]


async def test_a_group_is_written_to_by_its_number_and_told_whom_to_ask(
    channel: ZaloBotChannel, fake: FakeZaloBot
) -> None:
    button = Button(label="🔐 Dữ liệu", press=MyData().encode())
    reply = Reply(blocks=(Paragraph(text="Việc riêng"),), buttons=((button,),))
    await channel.send(Delivery(id=1, chat="group/9", reply=reply))
    assert fake.chats["9"][0].text == "Việc riêng\n\n🔐 Dữ liệu → Bot Một Cửa"


def test_it_is_gentle() -> None:
    assert chat_rate("7").per_second <= 1
    assert not ZaloBotChannel.abilities.buttons
