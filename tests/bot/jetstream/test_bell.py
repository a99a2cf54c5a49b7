import asyncio

from bot.channels.base import Channel, Delivery
from bot.jetstream.bell import Bell, Rung
from bot.jetstream.connection import connected
from bot.jetstream.names import Names
from bot.web.channel import WebChannel
from tests.bot.engines import PATIENCE, new_prefix, streams_removed
from tests.fakes.web import echo


async def test_it_rings_for_the_chat_it_was_sent_for(nats_url: str) -> None:
    prefix, web = new_prefix(), WebChannel()
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as connection:
        bell = Bell(connection, web)
        await bell.listen()
        with web.listening("a") as ours, web.listening("b") as other:
            await bell.send(Delivery(id=1, chat="a", reply=echo("chào")))
            await asyncio.wait_for(ours.wait(), PATIENCE)
            assert not other.is_set()


async def test_after_a_break_it_rings_for_everybody(nats_url: str) -> None:
    prefix, web = new_prefix(), WebChannel()
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as connection:
        await Bell(connection, web).listen()
        with web.listening("a") as ours:
            for returned in connection.back:
                returned()
            assert ours.is_set()


def test_it_is_a_channel_and_the_web_can_be_rung() -> None:
    channel: type[Channel] = Bell
    assert channel is Bell
    assert isinstance(WebChannel(), Rung)
