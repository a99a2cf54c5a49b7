from bot.desk import Desk
from bot.envelope import sealed
from bot.jetstream.connection import connected
from bot.jetstream.engine import JetStream
from bot.jetstream.names import PARTITIONS, Names
from handlers.message import Message
from storage.database import Database
from tests.bot.engines import Counting, new_prefix, streams_removed
from tests.fakes.talk import START

HELLO = Message(channel="web", chat="an", event_id="1", at=START, text="xin chào")


async def test_what_was_taken_lies_in_the_stream_once_even_if_nobody_works(
    nats_url: str, sqlite_database: Database
) -> None:
    prefix = new_prefix()
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as connection:
        engine = JetStream(connection, Desk(sqlite_database, Counting()), lambda: None)
        assert await engine.accept(HELLO)
        assert not await engine.take(sealed(HELLO))
        assert (await connection.stream.stream_info(prefix)).state.messages == 1


async def test_each_partition_hands_out_one_message_at_a_time(
    nats_url: str, sqlite_database: Database
) -> None:
    prefix = new_prefix()
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as connection:
        engine = JetStream(connection, Desk(sqlite_database, Counting()), lambda: None)
        await engine.start()
        consumers = await connection.stream.consumers_info(prefix)
        await engine.stop()
    assert len(consumers) == PARTITIONS
    assert {one.config.max_ack_pending for one in consumers} == {1}
