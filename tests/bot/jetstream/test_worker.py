import pytest

from bot.desk import Desk
from bot.jetstream import worker as worker_module
from bot.jetstream.connection import Connection, connected
from bot.jetstream.engine import JetStream
from bot.jetstream.names import Names
from handlers.answer import Answer
from handlers.message import Message
from storage.database import Database
from storage.inbox import Envelope
from tests.bot.engines import Counting, new_prefix, streams_removed, until
from tests.fakes.talk import START


class Flaky(Desk):
    """A desk whose memory is away for some tries; tells what it answered."""

    def __init__(self, database: Database, faults: int = 0) -> None:
        super().__init__(database, Counting())
        self.worked: list[str] = []
        self._faults = faults

    async def receive_and_work(self, envelope: Envelope) -> Answer | None:
        if self._faults:
            self._faults -= 1
            raise ConnectionError
        self.worked.append(envelope.event_id)
        return None


def said(event_id: str) -> Message:
    return Message(channel="web", chat="an", event_id=event_id, at=START, text="xin chào")


async def left(connection: Connection) -> int:
    info = await connection.stream.stream_info(connection.names.prefix)
    return int(info.state.messages)


async def test_a_message_waits_out_a_memory_that_is_away(
    nats_url: str, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "WAITS", (0.0,))
    prefix, desk = new_prefix(), Flaky(sqlite_database, faults=3)
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as connection:
        engine = JetStream(connection, desk, lambda: None)
        for event in "12":
            await engine.accept(said(event))
        await engine.start()
        await until(lambda: desk.worked == ["1", "2"])
        await engine.stop()
        assert await left(connection) == 0


async def test_what_is_no_message_of_ours_is_dropped_and_holds_nobody_up(
    nats_url: str, sqlite_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    prefix, desk = new_prefix(), Flaky(sqlite_database)
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as connection:
        engine = JetStream(connection, desk, lambda: None)
        for number in range(64):
            await connection.stream.publish(connection.names.subject(number), b"Kin")
        await engine.accept(said("1"))
        await engine.start()
        await until(lambda: desk.worked == ["1"])
        await engine.stop()
    assert "no message of ours" in caplog.text
    assert "Kin" not in caplog.text


async def test_what_nobody_acknowledged_comes_again(nats_url: str, sqlite_database: Database) -> None:
    """A worker that fell silent, and one that takes over."""
    prefix, silent, desk = new_prefix(), Flaky(sqlite_database, faults=99), Flaky(sqlite_database)
    async with streams_removed(nats_url, prefix), connected(nats_url, Names(prefix)) as connection:
        dead = JetStream(connection, silent, lambda: None, ack_wait=0.5)
        await dead.start()
        await dead.accept(said("1"))
        await until(lambda: silent._faults < 99)
        await dead.stop(grace=0)
        engine = JetStream(connection, desk, lambda: None, ack_wait=0.5)
        await engine.start()
        await until(lambda: desk.worked == ["1"])
        await engine.stop()
