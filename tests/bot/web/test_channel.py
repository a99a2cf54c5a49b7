from bot.channels.base import Channel, Delivery
from bot.web.channel import LISTENERS_PER_CHAT, WebChannel
from tests.fakes.web import echo


def delivery(chat: str) -> Delivery:
    return Delivery(id=1, chat=chat, reply=echo("chào"))


async def test_it_rings_for_the_pages_of_one_chat() -> None:
    channel = WebChannel()
    with channel.listening("a") as first, channel.listening("a") as second, channel.listening("b") as other:
        await channel.send(delivery("a"))
        assert (first.is_set(), second.is_set(), other.is_set()) == (True, True, False)


async def test_a_chat_without_an_open_page_is_no_failure() -> None:
    await WebChannel().send(delivery("a"))


async def test_a_page_that_left_is_forgotten() -> None:
    channel = WebChannel()
    with channel.listening("a") as bell:
        pass
    await channel.send(delivery("a"))
    assert not bell.is_set()


async def test_closing_rings_for_all() -> None:
    channel = WebChannel()
    with channel.listening("a") as first, channel.listening("b") as second:
        channel.close()
        assert first.is_set()
        assert second.is_set()
    assert channel.closing


async def test_a_chat_has_a_limit_of_pages() -> None:
    channel = WebChannel()
    bells = [channel.listening("a") for _ in range(LISTENERS_PER_CHAT)]
    for bell in bells:
        assert not channel.crowded("a")
        bell.__enter__()
    assert channel.crowded("a")
    assert not channel.crowded("b")
    bells[0].__exit__(None, None, None)
    assert not channel.crowded("a")


def test_it_is_a_channel() -> None:
    channel: Channel = WebChannel()
    assert channel.name == "web"
